import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ByteSource } from '../../src/sync/files/ByteSource.js'
import type { PeopleTest } from '../subscriptions/createPeopleTest.js'

import { addDecimals } from '../../src/content/subscriptions/index.js'
import { amazonPrime } from '../../src/providers/amazon-prime/index.js'
import { netflix } from '../../src/providers/netflix/index.js'
import { chatgpt } from '../../src/providers/openai/index.js'
import { ofBuffer } from '../../src/sync/files/ByteSource.js'
import { makeZip } from '../../src/sync/files/zip.fixture.js'
import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'
import { createPeopleTest } from '../subscriptions/createPeopleTest.js'
import { createFilesTest } from './createFilesTest.js'

type Document = { id: number } & Record<string, unknown>

let test: PeopleTest
let anna: { id: number | string; token: string }

/** A connection of its own, and what is brought and stored with it. */
const connect = async (provider: string) => {
  const { name: connection } = await test.connect({
    credentials: {},
    provider,
    token: anna.token,
  })
  const files = createFilesTest(test)
  const list = async (collection: string): Promise<Document[]> =>
    (await test.findAll(collection)).filter((doc) => doc.connection === connection)
  return {
    bring: async (bytes: ByteSource) =>
      await files.bring({ bytes, connection, provider, token: anna.token }),
    connection,
    list,
  }
}

const day = (value: unknown): string => String(value).slice(0, 10)

const sum = (docs: readonly Document[], field = 'amount'): string =>
  addDecimals(docs.map((doc) => String((doc[field] as null | string) ?? '0')))

const toLine = ({ amount, chargedAt, currency, kind, status, tax }: Document): string =>
  [day(chargedAt), amount, tax ?? '–', currency, kind, status].map(String).join(' ')

type ChangeText = (text: string, path: string) => string

/** The files below a folder as an archive, their texts changed. */
const pack = async (folder: string, change: ChangeText = (text) => text): Promise<ByteSource> =>
  await makeZip({
    entries: Object.fromEntries(
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter((path) => statSync(`${folder}/${path}`).isFile())
        .map((path) => [path, change(readFileSync(`${folder}/${path}`, 'utf8'), path)]),
    ),
  })

/** All of a recorded archive as somebody would have been sent it who asked before a day. */
const before = (limit: string): ChangeText => {
  const isEarlier = (line: string, index: number): boolean =>
    index === 0 ||
    !/\d{4}-\d{2}-\d{2}/.test(line) ||
    (/\d{4}-\d{2}-\d{2}/.exec(line)?.[0] ?? '') < limit
  return (text) => text.split('\n').filter(isEarlier).join('\n')
}

const NOTHING_WRITTEN = { created: 0, invalid: 0, updated: 0 }

beforeAll(async () => {
  test = await createPeopleTest({ providers: [netflix(), amazonPrime(), chatgpt()] })
  anna = await test.signIn('anna')
})

afterAll(() => test.payload.destroy())

const NETFLIX = `${RECORDINGS_FOLDER}netflix/export-us-2024`

describe.runIf(existsSync(NETFLIX))('a real archive of Netflix', () => {
  it('should become the four charges that a person counts, once and for good', async () => {
    const { bring, list } = await connect('netflix')
    const bytes = await pack(NETFLIX)
    const { counts, file, statuses } = await bring(bytes)

    expect(statuses).toEqual(['completed', 'completed'])
    expect(counts).toMatchObject({ charges: { created: 4 }, subscriptions: { created: 1 } })
    // Of "BillingHistory.csv", by line: 17 (captured), 15, 8 and 5. See the unit test for all 18.
    const charges = await list('charges')
    expect(charges.map(toLine)).toEqual([
      '2024-01-09 7.72 0.73 USD subscription paid',
      '2024-02-08 7.72 0.73 USD subscription paid',
      '2024-03-08 7.72 0.73 USD subscription paid',
      '2024-04-08 7.72 0.73 USD subscription paid',
    ])
    expect([sum(charges), sum(charges, 'tax')]).toEqual(['30.88', '2.92'])
    const [subscription, ...others] = await list('subscriptions')
    expect(others).toEqual([])
    expect(subscription).toMatchObject({
      owner: anna.id,
      price: '7.72',
      service: 'Netflix',
      source: 'file',
      status: 'ended',
    })
    expect(charges.map((charge) => charge.subscription)).toEqual(Array(4).fill(subscription!.id))
    expect(file.found!.skipped.map(({ label }) => label)).toContain('Viewing history')

    const again = await bring(bytes)
    expect(again.counts).toMatchObject({
      charges: { ...NOTHING_WRITTEN, unchanged: 4 },
      subscriptions: { ...NOTHING_WRITTEN, unchanged: 1 },
    })
    // Asked for in March: the account was not closed yet, and two bills were not written.
    const older = await bring(
      await pack(NETFLIX, (text, path) =>
        path.endsWith('SubscriptionHistory.csv')
          ? text.replace('2024-05-08 08:00:54.193', '')
          : before('2024-03-01')(text, path),
      ),
    )
    expect(older.file.heldAt).toBe('2024-02-08T00:00:00.000Z')
    expect(older.counts).toMatchObject({ charges: NOTHING_WRITTEN, subscriptions: NOTHING_WRITTEN })
    expect([await list('charges'), await list('subscriptions')]).toEqual([charges, [subscription]])
  })
})

const AMAZON = `${RECORDINGS_FOLDER}amazon/export-it-2021`

describe.runIf(existsSync(AMAZON))('a real archive of Amazon', () => {
  it('should become the three fees that a person counts, once and for good', async () => {
    const { bring, list } = await connect('amazon-prime')
    const older = await bring(await pack(AMAZON, before('2020-12-31')))
    const bytes = await pack(AMAZON)
    const { counts, file, statuses } = await bring(bytes)

    // What came first was older: a fee of a month and one of a year.
    expect(older.counts).toMatchObject({ charges: { created: 2 } })
    expect(statuses).toEqual(['completed', 'completed'])
    expect(counts).toMatchObject({ charges: { created: 1, unchanged: 2 } })
    const charges = await list('charges')
    expect(charges.map(toLine).sort()).toEqual([
      '2020-09-26 3.99 – EUR subscription paid',
      '2020-09-27 36.00 – EUR subscription paid',
      '2021-09-27 36.00 – EUR subscription paid',
    ])
    expect(sum(charges)).toBe('75.99')
    const [subscription, ...others] = await list('subscriptions')
    expect(others).toEqual([])
    expect(subscription).toMatchObject({
      interval: 'year',
      owner: anna.id,
      price: '36.00',
      service: 'Amazon Prime',
      status: 'active',
    })
    expect(day(subscription!.nextRenewal)).toBe('2022-09-27')
    expect(file.found!.skipped.map(({ label }) => label)).toContain('Viewing history')

    for (const again of [bytes, await pack(AMAZON, before('2020-12-31'))]) {
      expect((await bring(again)).counts).toMatchObject({
        charges: NOTHING_WRITTEN,
        subscriptions: NOTHING_WRITTEN,
      })
    }
    expect([await list('charges'), await list('subscriptions')]).toEqual([charges, [subscription]])
  })
})

it('should know how a membership stands from the archive of its topic, whichever comes first', async () => {
  const { bring, list } = await connect('amazon-prime')
  const FEE = 'subscriptionId:AB12'
  const orders = ofBuffer(
    'Digital Items.csv',
    Buffer.from(
      `Title,OrderId,DigitalOrderItemId,BaseCurrencyCode,Marketplace,OrderDate,OurPrice,SubscriptionOrderInfoList\nOpłata Prime,D1,I1,PLN,www.amazon.pl,2023-01-25,"49,00 zł",${FEE}\n`,
    ),
  )
  const topic = ofBuffer(
    'Subscriptions.csv',
    Buffer.from(
      'SubscriptionId,Marketplace,SubscriptionStatus,ServiceProvider,SubscriptionStartDate,SubscriptionStatusDate,ContractTimeInterval,NextBillDate,NextBillAmount,BaseCurrencyCode\nX,www.amazon.pl,Active,Amazon Prime,2023-01-25,2023-01-26,3 Months,2024-01-25,49.00,PLN\n',
    ),
  )
  await bring(orders)
  expect(await list('subscriptions')).toMatchObject([{ price: '49.00', status: null }])

  const { counts } = await bring(topic)
  expect(counts.subscriptions).toMatchObject({ conflicts: 0, updated: 1 })
  expect(await list('subscriptions')).toMatchObject([
    { currency: 'PLN', interval: 'month', intervalCount: 3, price: '49.00', status: 'active' },
  ])
  const { body } = await test.ask({ path: '/syncIssues', token: anna.token })
  expect(body.docs).toEqual([])
})

describe('what a person enters', () => {
  const edit = async (path: string, body: object, method = 'PATCH'): Promise<Document> => {
    const answer = await test.ask({ body, method, path: `${path}?depth=0`, token: anna.token })
    expect(answer.status).toBeLessThan(300)
    return answer.body.doc as Document
  }
  /** An export of ChatGPT, as it was made on a day. */
  const exported = async (isPlus: unknown, made: Date): Promise<ByteSource> =>
    await makeZip({
      entries: {
        'conversations.json': '[{"title":"A secret"}]',
        'user.json': JSON.stringify({
          id: 'user-1',
          chatgpt_plus_user: isPlus,
          email: 'anna@example.com',
          phone_number: '+1 555 0100',
        }),
      },
      mtime: made,
    })

  it('should complete what a file said, and stay when the file is brought again', async () => {
    const { bring, connection, list } = await connect('chatgpt')
    const first = await bring(await exported(true, new Date(2024, 4, 1, 12)))
    expect(first.counts).toMatchObject({ plan: { created: 1 } })
    const [plan] = await list('subscriptions')
    expect(plan).toMatchObject({
      externalId: `${connection}:plan`,
      owner: anna.id,
      plan: 'Plus',
      price: null,
      service: 'ChatGPT',
      source: 'file',
      status: 'active',
    })
    const completed = {
      currency: 'USD',
      interval: 'month',
      nextRenewal: '2024-06-21T12:00:00.000Z',
      notes: 'Shared with nobody',
      price: '20.00',
    }
    await edit(`/subscriptions/${plan!.id}`, completed)

    const again = await bring(await exported(true, new Date(2024, 5, 1, 12)))
    expect(again.counts).toMatchObject({ plan: { unchanged: 1, updated: 0 } })
    expect(await list('subscriptions')).toMatchObject([
      { ...completed, plan: 'Plus', source: 'file', status: 'active' },
    ])

    const left = await bring(await exported(false, new Date(2024, 6, 1, 12)))
    expect(left.counts).toMatchObject({ plan: { updated: 1 } })
    expect(await list('subscriptions')).toMatchObject([
      { ...completed, plan: 'Free', status: 'free' },
    ])
    // An older yes does not take it back, and nothing tells of the person.
    await bring(await exported(true, new Date(2024, 3, 1, 12)))
    const [last] = await list('subscriptions')
    expect(last).toMatchObject({ plan: 'Free', status: 'free' })
    expect(JSON.stringify(last)).not.toMatch(/anna@|555|secret/)
  })

  it('should be a source of its own, which no sync and nobody else touches', async () => {
    const made = await edit(
      '/subscriptions',
      { currency: 'eur', interval: 'year', price: '29,9', service: 'Paper', source: 'api' },
      'POST',
    )
    const charge = await edit(
      '/charges',
      { amount: '29.9', currency: 'EUR', service: 'Paper', subscription: made.id },
      'POST',
    )

    expect(made).toMatchObject({
      currency: 'EUR',
      owner: anna.id,
      price: '29.90',
      provider: 'manual',
      source: 'manual',
    })
    expect(charge).toMatchObject({ amount: '29.90', owner: anna.id, source: 'manual' })
    // Without a day it would be in no month of what one pays.
    expect(charge.chargedAt).toEqual(expect.any(String))
    expect(made).toMatchObject({ intervalCount: 1, status: 'active' })
    const { bring } = await connect('netflix')
    await bring(
      ofBuffer(
        'BillingHistory.csv',
        Buffer.from(
          'Transaction Date,Service Period Start Date,Description,Currency,Gross Sale Amt,Pmt Status\n2024-03-08,2024-03-08,SUBSCRIPTION,USD,7.72,APPROVED\n',
        ),
      ),
    )
    const { body } = await test.ask({ path: `/subscriptions/${made.id}`, token: anna.token })
    expect(body).toMatchObject({ price: '29.90', service: 'Paper', status: 'active' })
  })
})
