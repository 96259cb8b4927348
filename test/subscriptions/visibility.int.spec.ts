import type { CollectionSlug } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { ChargeDocument, SubscriptionDocument } from '../../src/content/subscriptions/index.js'
import type { PeopleTest } from './createPeopleTest.js'

import { subscriptions, toPersonalId } from '../../src/content/subscriptions/index.js'
import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { askGraphQL } from '../connections/askGraphQL.js'
import { testSlugs } from '../project/testSlugs.js'
import { createPeopleTest } from './createPeopleTest.js'

type Source = { amount: string; connection: string; plan: string }

const row = z.object({ amount: z.string(), connection: z.string(), plan: z.string() })
const scopes = { full: () => [{ key: 'all', label: 'All', params: {} }] }

/** Everybody has a bill of the same month, whose amount is what they sign in with. */
const bills = defineProvider({
  name: 'bills',
  accounts: { credentials: z.object({ amount: z.string() }) },
  connections: { default: { credentials: { amount: '333.00' } } },
  content: subscriptions,
  label: 'Bills',
  resources: {
    plans: defineResource<SubscriptionDocument, Source>()({
      collection: 'subscriptions',
      externalId: ({ connection }) => toPersonalId({ connection, parts: ['plan'] }),
      fetchPage: ({ source }) => Promise.resolve({ records: [source] }),
      map: ({ plan }) => ({ plan, service: 'Bills', source: 'api', status: 'active' }),
      schema: row,
      scopes,
    }),

    invoices: defineResource<ChargeDocument, Source>()({
      collection: 'charges',
      externalId: ({ connection }) => toPersonalId({ connection, parts: ['2026-05'] }),
      fetchPage: ({ source }) => Promise.resolve({ records: [source] }),
      map: ({ amount, connection }) => ({
        amount,
        currency: 'EUR',
        service: 'Bills',
        source: 'api',
        subscription: reference({
          externalId: toPersonalId({ connection, parts: ['plan'] }),
          resource: 'plans',
        }),
      }),
      references: ['plans'],
      schema: row,
      scopes,
    }),
  },
  source: ({ name, credentials: { amount = '' } }): Source => ({
    amount,
    connection: name,
    plan: `Plan of ${amount}`,
  }),
})

type Person = { id: number | string; token: string }

let test: PeopleTest
let anna: Person
let bert: Person
let boss: Person
let ofAnna: { id: number; name: string }
let charge: number
let plan: number

/** What tells of anna. Three digits before the point: no time (`:51.113Z`) reads like one. */
const TRACES = ['111.11', 'Plan of 111.11', 'ChatGPT Plus']

const idOf = async (collection: string, amount: string): Promise<number> => {
  const docs = await test.findAll(collection)
  return docs.find((doc) => doc.amount === amount || doc.plan === `Plan of ${amount}`)!.id
}

const enter = (person: Person, collection: string, body: object) =>
  test.ask({ body, method: 'POST', path: `/${collection}`, token: person.token })

beforeAll(async () => {
  test = await createPeopleTest({ providers: [bills] })
  anna = await test.signIn('anna')
  bert = await test.signIn('bert')
  boss = await test.signIn('boss')
  ofAnna = await test.connect({
    credentials: { amount: '111.11' },
    provider: 'bills',
    token: anna.token,
  })
  await test.connect({ credentials: { amount: '222.22' }, provider: 'bills', token: bert.token })
  await test.sync(boss.token, { mode: 'full', provider: 'bills' })
  await enter(anna, 'subscriptions', { plan: 'ChatGPT Plus', price: '20', service: 'OpenAI' })
  charge = await idOf('charges', '111.11')
  plan = await idOf('subscriptions', '111.11')
})

afterAll(() => test.payload.destroy())

describe('what belongs to one person', () => {
  it('should be kept apart though all have one of the same period', async () => {
    expect(
      (await test.findAll('charges')).map(({ amount, owner }) => [amount, owner]).sort(),
    ).toEqual([
      ['111.11', anna.id],
      ['222.22', bert.id],
      ['333.00', null],
    ])
  })

  it('should be read by its owner, and all of it by whoever may', async () => {
    const read = async ({ token }: Person, path = '/charges?sort=amount') =>
      ((await test.ask({ path, token })).body.docs as ChargeDocument[]).map(({ amount }) => amount)

    // What came with a connection of the config is the project's.
    expect(await read(anna)).toEqual(['111.11', '333.00'])
    expect(await read(bert)).toEqual(['222.22', '333.00'])
    expect(await read(boss)).toEqual(['111.11', '222.22', '333.00'])
    expect((await test.ask({ path: '/charges', token: null })).status).toBe(403)
  })

  it('should be told to nobody else by any route, also by guessing ids', async () => {
    const routes: [string, string, object?][] = [
      ['GET', `/charges/${charge}`],
      ['GET', `/subscriptions/${plan}`],
      ['GET', '/charges?depth=3&where[amount][equals]=111.11'],
      ['GET', '/charges?where[subscription.plan][like]=Plan of 1'],
      ['GET', `/charges?where[subscription][equals]=${plan}`],
      ['GET', `/charges?where[owner][equals]=${anna.id}`],
      ['GET', '/charges/count?where[amount][equals]=111.11'],
      ['GET', '/subscriptions?limit=0'],
      ['GET', '/apiUsage?limit=0'],
      ['PATCH', `/charges/${charge}`, { amount: '9.99' }],
      ['PATCH', `/charges?where[id][equals]=${charge}`, { amount: '9.99' }],
      ['PATCH', `/subscriptions/${plan}`, { plan: 'Mine' }],
      ['DELETE', `/charges/${charge}`],
      ['DELETE', `/charges?where[id][equals]=${charge}`],
      ['POST', `/charges/${charge}/duplicate`, {}],
      ['GET', `/${testSlugs.syncRecords}?limit=0`],
    ]
    for (const [method, path, body] of routes) {
      const { text } = await test.ask({ body, method, path, token: bert.token })
      const said = path.startsWith('/charges/count') ? JSON.parse(text) : undefined
      expect({ path, said }).toEqual({ path, said: said && { totalDocs: 0 } })
      for (const trace of TRACES) {
        expect({ path, text }).not.toMatchObject({ text: expect.stringContaining(trace) as string })
      }
    }
    for (const query of [
      '{ Charges { docs { amount subscription { plan } } } }',
      `{ Charge(id: ${charge}) { amount owner { email } } }`,
      `{ Subscription(id: ${plan}) { plan } }`,
      `mutation { updateCharge(id: ${charge}, data: { description: "mine" }) { amount } }`,
      `mutation { deleteSubscription(id: ${plan}) { plan } }`,
      '{ countCharges(where: { amount: { equals: "111.11" } }) { totalDocs } }',
    ]) {
      const text = await askGraphQL({ query, test, token: bert.token })
      for (const trace of TRACES) {
        expect({ query, text }).not.toMatchObject({
          text: expect.stringContaining(trace) as string,
        })
      }
    }
    expect((await test.findAll('charges')).map(({ amount }) => amount).sort()).toEqual([
      '111.11',
      '222.22',
      '333.00',
    ])
  })

  it('should not be reached through a relationship', async () => {
    const own = { amount: '5', currency: 'eur', service: 'Own', subscription: plan }
    expect((await enter(bert, 'charges', own)).status).toBe(400)

    const mine = await idOf('charges', '222.22')
    const { status } = await test.ask({
      body: { subscription: plan },
      method: 'PATCH',
      path: `/charges/${mine}`,
      token: bert.token,
    })
    expect(status).toBe(400)
  })

  it('should not be given away, taken, or made up in the name of a provider', async () => {
    const { body } = await enter(bert, 'charges', {
      amount: '1,5',
      connection: ofAnna.name,
      currency: ' eur',
      externalId: toPersonalId({ connection: ofAnna.name, parts: ['2026-06'] }),
      owner: anna.id,
      provider: 'bills',
      service: 'Made up',
      source: 'api',
    })

    expect(body.doc).toMatchObject({
      amount: '1.50',
      currency: 'EUR',
      owner: { id: bert.id },
      provider: 'manual',
      source: 'manual',
    })
    const { id, connection, externalId } = body.doc as Record<string, number | string>
    expect(connection ?? null).toBeNull()
    expect(externalId).not.toContain(ofAnna.name)
    await test.ask({
      body: { owner: anna.id, source: 'api' },
      method: 'PATCH',
      path: `/charges/${id}`,
      token: bert.token,
    })
    const [made] = (await test.findAll('charges')).filter((doc) => doc.id === id)
    expect(made).toMatchObject({ owner: bert.id, source: 'manual' })
    await test.ask({ method: 'DELETE', path: `/charges/${id}`, token: bert.token })
  })

  it('should be completed by hand, and synced again without losing that', async () => {
    const { body } = await test.ask({
      body: { currency: 'EUR', interval: 'month', price: '12.99' },
      method: 'PATCH',
      path: `/subscriptions/${plan}`,
      token: anna.token,
    })
    expect(body.doc).toMatchObject({ price: '12.99', source: 'api' })

    await test.sync(anna.token, { mode: 'full', provider: 'bills' })
    const synced = (await test.findAll('subscriptions')).find(({ id }) => id === plan)
    expect(synced).toMatchObject({ interval: 'month', plan: 'Plan of 111.11', price: '12.99' })
    expect(
      (await enter(anna, 'charges', { amount: 'much', currency: 'EURO', service: 'x' })).body,
    ).toMatchObject({
      errors: [
        {
          data: {
            errors: [
              { message: expect.stringMatching(/decimal/) as string, path: 'amount' },
              { message: expect.stringMatching(/currency|EUR/) as string, path: 'currency' },
            ],
          },
        },
      ],
    })
  })

  it('should follow its connection to a new owner, and stay with the last one', async () => {
    const ownerOf = async (amount: string) =>
      (await test.findAll('charges')).find((doc) => doc.amount === amount)?.owner
    const path = `/${testSlugs.syncConnections}/${ofAnna.id}`
    const give = (owner: number | string) =>
      test.ask({ body: { owner }, method: 'PATCH', path, token: boss.token })

    await give(bert.id)
    expect(await ownerOf('111.11')).toBe(bert.id)
    await give(anna.id)
    expect(await ownerOf('111.11')).toBe(anna.id)
    await test.ask({ method: 'DELETE', path, token: anna.token })
    const { body } = await test.ask({ path: `/charges/${charge}`, token: anna.token })
    expect(body).toMatchObject({ amount: '111.11' })
  })

  it('should be told to nobody else by the Local API', async () => {
    const collection = 'subscriptions' as CollectionSlug
    const { docs } = await test.payload.find({
      collection,
      overrideAccess: false,
      user: { id: bert.id, collection: 'users', email: 'bert@example.com' } as never,
    })
    expect(JSON.stringify(docs)).not.toContain('ChatGPT')
  })
})
