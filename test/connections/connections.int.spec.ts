import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AccountsTest } from './createAccountsTest.js'

import { testSlugs } from '../project/testSlugs.js'
import { createAccountsTest, dump, secretOf } from './createAccountsTest.js'

/** Fewer than five go missing only when a person says so. */
const MANY = { c: 'Crows', d: 'Ducks', e: 'Eels', f: 'Foxes', g: 'Geese' }

let test: AccountsTest
let anna: string
let bert: string

beforeAll(async () => {
  test = await createAccountsTest()
  anna = await test.signIn('anna')
  bert = await test.signIn('bert')
  test.people.set('anna', { clubs: { a: 'Ants', s: 'Shared', ...MANY } })
  test.people.set('bert', { clubs: { b: 'Bees', s: 'Shared', ...MANY } })
})

afterAll(() => test.close())

const countRecords = async () =>
  (await test.payload.count({ collection: testSlugs.syncRecords })).totalDocs

describe('a connection', () => {
  it('should keep its credentials to itself, whoever reads it and however', async () => {
    const { id, text } = await test.connect({ token: anna, user: 'anna' })
    const local = await test.payload.findByID({
      id,
      collection: testSlugs.syncConnections,
      showHiddenFields: true,
    })
    const listed = await test.ask({ path: `/${testSlugs.syncConnections}`, token: anna })
    const rows = await dump(test.payload)

    expect(local).toMatchObject({ savedCredentials: ['password', 'user'], status: 'new' })
    for (const told of [text, JSON.stringify(local), listed.text, rows, test.logged()]) {
      expect(told).not.toContain('pass ')
      expect(told).not.toContain(Buffer.from(secretOf('anna')).toString('base64').slice(0, 12))
    }
    for (const told of [text, JSON.stringify(local), listed.text]) {
      expect(told).not.toContain('s1.')
    }
  })

  it.each(['credentials', 'credentials.password', 'sealed'])(
    'should not be found, sorted or told apart by its %s',
    async (field) => {
      const where = await test.ask({
        path: `/${testSlugs.syncConnections}?where[${field}][like]=pass`,
        token: anna,
      })
      const sorted = await test.ask({
        path: `/${testSlugs.syncConnections}?sort=${field}&select[${field}]=true`,
        token: anna,
      })

      expect(where.status).toBe(400)
      expect(sorted.text).not.toContain('s1.')
    },
  )

  it('should take one credential and keep the others, and refuse what the schema refuses', async () => {
    const { id } = await test.connect({ token: anna, user: 'anna' })
    const path = `/${testSlugs.syncConnections}/${id}`
    const change = (body: unknown) => test.ask({ body, method: 'PATCH', path, token: anna })

    expect((await change({ credentials: { password: 'short' } })).text).not.toContain('"short"')
    expect((await change({ credentials: { password: 'short' } })).status).toBe(400)
    expect((await change({ credentials: { pin: '12345678' } })).status).toBe(400)
    expect((await change({ credentials: { password: secretOf('anna') } })).status).toBe(200)
    expect((await change({ label: 'Another name' })).status).toBe(200)

    const tested = await test.ask({
      method: 'POST',
      path: `/sync/connections/${id}/test`,
      token: anna,
    })
    expect(tested.body).toEqual({ message: 'League accepts the credentials.', success: true })
  })

  it('should be drawn from its schemas, without a word of what was entered', async () => {
    const { id } = await test.connect({ token: anna, user: 'anna' })
    const saved = await test.findConnection(id)
    const { config } = test.payload.collections[testSlugs.syncConnections]!
    const parts = config.fields.flatMap((field) =>
      'name' in field && ['check', 'credentialsForm', 'settings'].includes(field.name)
        ? [field.admin?.components?.Field]
        : [],
    )

    expect(parts).toHaveLength(3)
    for (const part of parts) {
      expect(part).toMatchObject({
        clientProps: {
          forms: [
            {
              credentials: [{ name: 'password' }, { name: 'user' }],
              provider: 'league',
              settings: [{ name: 'side', kind: 'choice' }],
            },
          ],
        },
      })
    }
    expect(JSON.stringify([saved, parts])).not.toContain('pass ')
    expect(saved).not.toHaveProperty('credentials')
  })

  it('should say in words why it does not work', async () => {
    const { id } = await test.connect({
      data: { credentials: { password: 'a wrong one', user: 'anna' } },
      token: anna,
      user: 'anna',
    })
    const { body, text } = await test.ask({
      method: 'POST',
      path: `/sync/connections/${id}/test`,
      token: anna,
    })

    expect(body).toMatchObject({ success: false })
    expect(text).not.toContain('a wrong one')
    expect(await test.findConnection(id)).toMatchObject({ status: 'refused' })
  })

  it('should offer what the provider has for its settings, and wait until one is chosen', async () => {
    const { id, name } = await test.connect({ data: { settings: {} }, token: anna, user: 'anna' })
    const path = `/sync/connections/${id}/choices`

    expect((await test.ask({ path, token: anna })).body).toEqual({
      choices: { side: [{ label: 'Men', value: 'm' }] },
    })
    const answer = await test.ask({
      body: { connection: name, provider: 'league' },
      method: 'POST',
      path: '/sync/trigger',
      token: anna,
    })
    expect(answer).toMatchObject({ status: 409 })
    await test.payload.delete({ collection: testSlugs.syncConnections, where: {} })
  })
})

describe('two connections that see the same record', () => {
  it('should share it, and lose it only when neither sees it', async () => {
    const first = await test.connect({ token: anna, user: 'anna' })
    const second = await test.connect({ token: bert, user: 'bert' })

    const runs = await Promise.all([test.sync(anna), test.sync(bert)])
    expect(runs.map((own) => own.map(({ connection }) => connection))).toEqual([
      [first.name],
      [second.name],
    ])
    expect(await countRecords()).toBe(8)
    expect(await test.findConnection(first.id)).toMatchObject({
      lastError: null,
      status: 'working',
    })

    const findMissing = async () => {
      const { docs } = await test.payload.find({
        collection: testSlugs.syncIssues,
        where: { kind: { equals: 'missing' }, status: { equals: 'open' } },
      })
      return docs.map(({ externalId }) => externalId)
    }
    test.people.set('anna', { clubs: { a: 'Ants', ...MANY } })
    for (let read = 0; read < 4; read += 1) {
      await test.sync(anna)
    }
    expect(await findMissing()).toEqual([])
    test.people.set('bert', { clubs: { b: 'Bees', ...MANY } })
    for (let read = 0; read < 3; read += 1) {
      await test.sync(bert)
    }
    expect(await findMissing()).toEqual(['s'])
  })

  it('should not touch each other when one fails', async () => {
    test.people.set('anna', { clubs: {}, isRefused: true })
    test.people.set('bert', { clubs: { b: 'Better bees', ...MANY } })
    await Promise.all([test.sync(anna), test.sync(bert)])

    const { docs } = await test.payload.find({
      collection: testSlugs.syncConnections,
      sort: 'label',
    })
    expect(docs).toMatchObject([{ status: 'refused' }, { lastError: null, status: 'working' }])
  })
})

describe('the end of a connection', () => {
  it('should cancel its runs when it is switched off', async () => {
    const { docs } = await test.payload.find({
      collection: testSlugs.syncConnections,
      sort: 'label',
    })
    const own = docs[0] as unknown as { id: number; name: string }
    const queued = await test.ask({
      body: { connection: own.name, provider: 'league' },
      method: 'POST',
      path: '/sync/trigger',
      token: anna,
    })
    await test.ask({
      body: { active: false },
      method: 'PATCH',
      path: `/${testSlugs.syncConnections}/${own.id}`,
      token: anna,
    })
    const id = queued.body.syncLogId as number

    expect(
      await test.payload.findByID({ id, collection: testSlugs.syncLogs, depth: 0 }),
    ).toMatchObject({ status: 'cancelled' })
    expect(
      await test.ask({
        body: { connection: own.name, provider: 'league' },
        method: 'POST',
        path: '/sync/trigger',
        token: anna,
      }),
    ).toMatchObject({ status: 409 })
  })

  it('should keep its records, or delete those that only it saw', async () => {
    const { docs } = await test.payload.find({
      collection: testSlugs.syncConnections,
      sort: 'label',
    })
    const remove = ({ id, records, token }: { id: number; records: string; token: string }) =>
      test.ask({
        method: 'DELETE',
        path: `/${testSlugs.syncConnections}/${id}?records=${records}`,
        token,
      })
    const [ofAnna, ofBert] = docs as unknown as { id: number }[]

    expect((await remove({ id: ofAnna!.id, records: 'some', token: anna })).status).toBe(400)
    expect((await remove({ id: ofAnna!.id, records: 'keep', token: anna })).status).toBe(200)
    expect(await countRecords()).toBe(8)
    expect((await remove({ id: ofBert!.id, records: 'delete', token: bert })).status).toBe(200)
    const { docs: left } = await test.payload.find({
      collection: testSlugs.teams,
      sort: 'externalId',
    })
    expect(left.map(({ externalId }) => externalId)).toEqual(['a', 's'])
  })
})
