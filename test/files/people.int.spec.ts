import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'

import type { PeopleTest } from '../subscriptions/createPeopleTest.js'

import { amazonPrime } from '../../src/providers/amazon-prime/index.js'
import { netflix } from '../../src/providers/netflix/index.js'
import { ofBuffer } from '../../src/sync/files/ByteSource.js'
import { makeZip } from '../../src/sync/files/zip.fixture.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createCliTest } from '../cli/createCliTest.js'
import { toCount } from '../long/toCount.js'
import { createPeopleTest } from '../subscriptions/createPeopleTest.js'
import { createFilesTest } from './createFilesTest.js'
import { makeLongHistory } from './makeLongHistory.js'

/** More than the process may grow by. */
const HISTORY_MB = toCount({ long: 1000, short: 300 })

let test: PeopleTest
let files: ReturnType<typeof createFilesTest>
let anna: { connection: string; connectionId: number; id: number | string; token: string }
let bert: typeof anna

const join = async (user: string) => {
  const person = await test.signIn(user)
  const { id: connectionId, name: connection } = await test.connect({
    credentials: {},
    provider: 'netflix',
    token: person.token,
  })
  return { ...person, connection, connectionId }
}

beforeAll(async () => {
  test = await createPeopleTest({ providers: [netflix(), amazonPrime()] })
  files = createFilesTest(test)
  anna = await join('anna')
  bert = await join('bert')
})

afterAll(() => test.payload.destroy())

const COLUMNS =
  'Transaction Date,Service Period Start Date,Service Period End Date,Description,Currency,Tax Amt,Gross Sale Amt,Pmt Txn Type,Pmt Status,Final Invoice Result,Next Billing Date'

const month = (of: string, amount: string): string =>
  `2024-${of}-08,2024-${of}-08,2024-${of}-28,SUBSCRIPTION,USD,0.73,${amount},SALE,APPROVED,SETTLED,2024-12-08`

const billing = (lines: readonly string[]): string => [COLUMNS, ...lines].join('\n')

const archive = async (lines: readonly string[]) =>
  await makeZip({
    entries: {
      'CONTENT_INTERACTION/ViewingActivity.csv': 'Profile Name,Title\nPerson,A secret film\n',
      'PAYMENT_AND_BILLING/BillingHistory.csv': billing(lines),
    },
  })

const placeOf = ({ connection, token }: typeof anna) => ({ connection, provider: 'netflix', token })

const listCharges = async (connection: string) =>
  (await test.findAll('charges'))
    .filter(({ externalId }) => String(externalId).startsWith(connection))
    .map(({ amount, externalId, updatedAt }) => ({ amount, externalId, updatedAt }))

const countParts = async (): Promise<number> => {
  const { rows } = await getAdapter(test.payload).pool.query<{ count: string }>(
    'select count(*) from sync_file_parts',
  )
  return Number(rows[0]!.count)
}

it('should take a connection without credentials, and say what is in an archive', async () => {
  const { body, status } = await files.upload({
    ...placeOf(anna),
    bytes: await archive([month('03', '7.72'), month('04', '7.72')]),
  })

  expect(status).toBe(201)
  expect(body.file).toMatchObject({
    name: 'archive.zip',
    found: {
      files: [{ name: 'PAYMENT_AND_BILLING/BillingHistory.csv', rows: 2 }],
      others: 0,
      resources: [
        { name: 'subscriptions', invalid: 0, records: 1 },
        {
          name: 'charges',
          collection: 'charges',
          days: { first: '2024-03-08', last: '2024-04-08' },
          groups: [
            { field: 'kind', values: [{ records: 2, value: 'subscription' }] },
            { field: 'status', values: [{ records: 2, value: 'paid' }] },
          ],
          invalid: 0,
          problems: [],
          records: 2,
          sums: [{ records: 2, total: '15.44', unit: 'USD' }],
          titles: ['Netflix · 2024-03-08 · 7.72 · USD', 'Netflix · 2024-04-08 · 7.72 · USD'],
          years: [{ records: 2, year: '2024' }],
        },
      ],
      skipped: [{ name: 'CONTENT_INTERACTION/ViewingActivity.csv', label: 'Viewing history' }],
    },
    heldAt: '2024-04-08T00:00:00.000Z',
    status: 'waiting',
  })
  expect(await listCharges(anna.connection)).toEqual([])
})

it('should keep what waits encrypted', async () => {
  const { rows } = await getAdapter(test.payload).pool.query<{ sealed: string }>(
    'select sealed from sync_file_parts',
  )

  expect(rows).toHaveLength(1)
  const text = Buffer.from(rows[0]!.sealed.split('.')[2]!, 'base64url').toString('latin1')
  expect(text).not.toContain('ViewingActivity')
})

it('should let nobody else see, import or remove it, nor bring something', async () => {
  const list = (token: null | string) =>
    test.ask({ path: `/sync/files?provider=netflix&connection=${anna.connection}`, token })
  const own = await list(anna.token)
  const [{ id }] = own.body.files as [{ id: string }]
  const bytes = await archive([month('05', '1.00')])

  expect((await list(bert.token)).status).toBe(404)
  expect((await list(null)).status).toBe(401)
  expect((await files.upload({ ...placeOf(anna), bytes, token: bert.token })).status).toBe(404)
  expect((await files.upload({ ...placeOf(anna), bytes, token: null })).status).toBe(401)
  const path = `/sync/files/${id}`
  for (const [method, where] of [
    ['POST', `${path}/import`],
    ['DELETE', path],
  ] as const) {
    expect((await test.ask({ method, path: where, token: bert.token })).status).toBe(404)
  }
  const rows = await test.ask({ path: '/syncFiles', token: bert.token })
  expect(rows.text).not.toContain('archive.zip')
  expect((await test.ask({ path: '/syncFileParts', token: anna.token })).status).toBe(403)
  expect((await list(anna.token)).body).toEqual(own.body)
})

it('should import it, remove it, and write nothing the second time', async () => {
  const bytes = await archive([month('03', '7.72'), month('04', '7.72')])
  const list = await test.ask({
    path: `/sync/files?provider=netflix&connection=${anna.connection}`,
    token: anna.token,
  })
  const [{ id }] = list.body.files as [{ id: string }]
  await test.ask({ method: 'DELETE', path: `/sync/files/${id}`, token: anna.token })
  const first = await files.bring({ ...placeOf(anna), bytes })
  const before = await listCharges(anna.connection)
  const second = await files.bring({ ...placeOf(anna), bytes })

  expect(first.statuses).toEqual(['completed', 'completed'])
  expect(first.counts).toMatchObject({ charges: { created: 2 }, subscriptions: { created: 1 } })
  expect(before.map(({ externalId }) => externalId)).toEqual([
    `${anna.connection}:2024-03-08`,
    `${anna.connection}:2024-04-08`,
  ])
  expect(second.counts).toMatchObject({
    charges: { unchanged: 2 },
    subscriptions: { unchanged: 1 },
  })
  expect(second.counts.charges).toMatchObject({ created: 0, updated: 0 })
  expect(await listCharges(anna.connection)).toEqual(before)
  expect(await countParts()).toBe(0)
  const [charge] = await test.findAll('charges')
  expect(charge).toMatchObject({ owner: anna.id, subscription: expect.any(Number) as number })
})

it('should take over a newer archive, and nothing back from an older one', async () => {
  const newer = await archive([month('04', '9.99'), month('05', '9.99')])
  const older = await archive([month('02', '5.00'), month('03', '6.00')])
  const corrected = await files.bring({ ...placeOf(anna), bytes: newer })
  const late = await files.bring({ ...placeOf(anna), bytes: older })

  expect(corrected.counts.charges).toMatchObject({ created: 1, updated: 1 })
  // What the newer ones do not have is new, and what they have stays.
  expect(late.counts).toMatchObject({
    charges: { created: 1, unchanged: 1, updated: 0 },
    subscriptions: { unchanged: 1 },
  })
  expect((await listCharges(anna.connection)).map(({ amount }) => amount)).toEqual([
    '5.00',
    '7.72',
    '9.99',
    '9.99',
  ])
  expect(await test.findAll('subscriptions')).toMatchObject([{ price: '9.99' }])
})

it('should keep two people apart who paid for the same month', async () => {
  const bytes = ofBuffer('BillingHistory.csv', Buffer.from(billing([month('03', '3.00')])))
  await files.bring({ ...placeOf(bert), bytes })

  const seen = async (token: string) =>
    (await test.ask({ path: '/charges?limit=100&depth=2', token })).body.docs as {
      externalId: string
    }[]
  expect((await seen(bert.token)).map(({ externalId }) => externalId)).toEqual([
    `${bert.connection}:2024-03-08`,
  ])
  expect(await seen(anna.token)).toHaveLength(4)
})

it('should put aside what cannot be read, and say so', async () => {
  const bytes = ofBuffer(
    'BillingHistory.csv',
    Buffer.from(billing([month('06', 'much'), month('07', '3.00')])),
  )
  const { counts, file, statuses } = await files.bring({ ...placeOf(bert), bytes })

  expect(file.found?.resources[1]).toMatchObject({
    invalid: 1,
    problems: [expect.stringContaining('amount') as string],
    records: 2,
    sums: [{ records: 1, total: '3.00', unit: 'USD' }],
  })
  expect(statuses).toEqual(['completed', 'partial'])
  expect(counts.charges).toMatchObject({ created: 1, invalid: 1 })
})

it('should refuse by name what must not be read, and keep none of it', async () => {
  const bytes = ofBuffer('mine.csv', Buffer.from('A,B\n1,2\n'))
  const { body, status } = await files.upload({ ...placeOf(bert), bytes })

  expect(status).toBe(422)
  expect(body.errors).toMatchObject([{ code: 'FILE_REFUSED', fault: 'unknown' }])
  expect(body.errors?.[0]?.message).toMatch(/^"mine\.csv" is none of the files that are read/)
  expect(
    (await files.upload({ ...placeOf(bert), bytes: ofBuffer('a.csv', new Uint8Array()) })).body,
  ).toMatchObject({ errors: [{ message: '"a.csv" is empty.' }] })
  // An archive of another service says where it belongs.
  const elsewhere = ofBuffer(
    'prime.csv',
    Buffer.from('SubscriptionId,SubscriptionStatus,ServiceProvider\nA,Active,Amazon\n'),
  )
  expect((await files.upload({ ...placeOf(bert), bytes: elsewhere })).body.errors).toEqual([
    {
      code: 'FILE_REFUSED',
      fault: 'elsewhere',
      message:
        '"prime.csv" is of Amazon Prime, and this is for Netflix; bring it to a connection to Amazon Prime.',
    },
  ])
  expect(await countParts()).toBe(0)
})

it('should say what is missing when nothing waits', async () => {
  const [run] = await test.sync(bert.token, {
    connection: bert.connection,
    provider: 'netflix',
    resource: 'charges',
  })

  expect(run).toMatchObject({ error: { code: 'RESOURCE_FAILED' }, status: 'failed' })
  expect(JSON.stringify(run)).toContain('No file waits to be imported.')
})

it(`should import beside ${HISTORY_MB} MB of viewing history in constant memory`, async () => {
  const bytes = makeLongHistory({
    bytes: HISTORY_MB * 1_000_000,
    others: { 'BillingHistory.csv': billing([month('08', '3.00')]) },
  })
  const before = process.memoryUsage().rss
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }, 20)
  const { counts, file } = await files.bring({ ...placeOf(bert), bytes })
  clearInterval(watch)

  expect(counts.charges).toMatchObject({ created: 1 })
  expect(file.found?.skipped).toMatchObject([
    { bytes: HISTORY_MB * 1_000_000, label: 'Viewing history' },
  ])
  expect(most).toBeLessThan(200_000_000)
})

it('should take a file from the command line, for the connection that is named', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'archives-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = path.join(folder, 'archive.zip')
  const { read, size } = await archive([month('10', '5.55')])
  await writeFile(file, read({ end: size, start: 0 }))
  const call = createCliTest(test.payload)
  const before = await listCharges(anna.connection)
  const run = async (...args: string[]) => await call({ args: ['import', 'netflix', ...args] })

  const nameless = await run(file)
  expect(nameless.code).toBe(2)
  expect(nameless.errors).toContain('Name a connection with --connection.')
  expect(nameless.errors).toContain(anna.connection)
  const nothing = await run(path.join(folder, 'none.zip'), '--connection', anna.connection)
  expect(nothing.code).toBe(2)
  expect(nothing.errors).toContain('There is no file')
  expect(await listCharges(anna.connection)).toEqual(before)

  const { code, errors } = await run(file, '--connection', anna.connection, '--wait')
  expect(code).toBe(0)
  expect(errors).toContain('Viewing history: not kept')
  const added = (await listCharges(anna.connection)).map(({ amount }) => amount)
  expect(added).toEqual([...before.map(({ amount }) => amount), '5.55'])
})

it('should forget what waits with its connection', async () => {
  const bytes = await archive([month('09', '3.00')])
  await files.upload({ ...placeOf(bert), bytes })
  expect(await countParts()).toBe(1)
  await test.ask({
    method: 'DELETE',
    path: `/syncConnections/${bert.connectionId}`,
    token: bert.token,
  })

  expect(await countParts()).toBe(0)
})
