import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Spending } from '../../src/content/subscriptions/spending/Spending.js'
import type { PeopleTest } from './createPeopleTest.js'

import { readSpending } from '../../src/content/subscriptions/spending/readSpending.js'
import { whereOwn } from '../../src/plugin/collections/content/personal/createPersonalAccess.js'
import { openai } from '../../src/providers/openai/index.js'
import { sumOwn } from '../../src/sync/operations/pages/sumOwn.js'
import { createPeopleTest } from './createPeopleTest.js'

const NOW = new Date('2026-05-20T10:00:00Z')

type Person = { id: number | string; token: string }

let test: PeopleTest
let anna: Person
let bert: Person
let boss: Person

const enter = async (person: Person, collection: string, body: object) => {
  const { status } = await test.ask({
    body,
    method: 'POST',
    path: `/${collection}`,
    token: person.token,
  })
  expect(status).toBe(201)
}

/** What the page shows somebody, by the same powers. */
const read = async ({ id }: Person): Promise<Spending> =>
  await readSpending({
    find: async ({ collection, limit = 1000, sort, where }) => {
      const user = { id, collection: 'users' } as never
      const { docs } = await test.payload.find({
        collection: collection as 'users',
        depth: 0,
        limit,
        sort,
        where: { and: [whereOwn({ user }), ...(where ? [where] : [])] },
      })
      return docs as unknown as Record<string, unknown>[]
    },
    now: NOW,
    sum: (args) => sumOwn({ ...args, owner: id, payload: test.payload }),
  })

beforeAll(async () => {
  test = await createPeopleTest({ providers: [openai()] })
  anna = await test.signIn('anna')
  bert = await test.signIn('bert')
  boss = await test.signIn('boss')
  const films = { currency: 'EUR', service: 'Films' }
  await enter(anna, 'subscriptions', {
    ...films,
    interval: 'month',
    nextRenewal: '2026-04-09T12:00:00.000Z',
    plan: 'Standard',
    price: '13.99',
  })
  await enter(anna, 'subscriptions', {
    currency: 'USD',
    interval: 'year',
    price: '100',
    service: 'Paper',
  })
  await enter(anna, 'subscriptions', { ...films, price: '5', service: 'Old', status: 'cancelled' })
  // Bills of an account of which nothing else is known, which stopped.
  await enter(anna, 'subscriptions', {
    ...films,
    interval: 'month',
    nextRenewal: '2026-04-09T12:00:00.000Z',
    price: '7',
    service: 'Gone',
    status: 'unknown',
  })
  for (const [day, amount, more] of [
    ['2025-05-09', '99.00', {}],
    ['2026-03-31', '12.99', {}],
    ['2026-04-30', '13.99', {}],
    ['2026-05-09', '0.1', {}],
    ['2026-05-10', '0.2', {}],
    ['2026-05-11', '500', { status: 'failed' }],
    ['2026-05-12', '-0.05', { kind: 'refund' }],
    ['2026-05-13', '0.34090000000000001', { currency: 'USD', kind: 'usage', service: 'API' }],
  ] as const) {
    await enter(anna, 'charges', { ...films, amount, chargedAt: `${day}T12:00:00.000Z`, ...more })
  }
  await enter(bert, 'charges', {
    ...films,
    amount: '777',
    chargedAt: '2026-05-09T12:00:00.000Z',
  })
})

afterAll(() => test.payload.destroy())

describe('what a person pays', () => {
  it('should be added up exactly, in each currency apart', async () => {
    const { currencies, months, years } = await read(anna)

    expect(currencies).toEqual([
      { currency: 'EUR', paidLastYear: '27.23', perMonth: '13.99', perYear: '167.88' },
      { currency: 'USD', paidLastYear: '0.34090000000000001', perMonth: '8.33', perYear: '100.00' },
    ])
    expect(months).toHaveLength(12)
    expect(months.slice(0, 4)).toEqual([
      { period: '2026-05', sums: { EUR: '0.25', USD: '0.34090000000000001' } },
      { period: '2026-04', sums: { EUR: '13.99' } },
      { period: '2026-03', sums: { EUR: '12.99' } },
      { period: '2026-02', sums: {} },
    ])
    expect(years).toEqual([
      { period: '2026', sums: { EUR: '27.23', USD: '0.34090000000000001' } },
      { period: '2025', sums: { EUR: '99.00' } },
    ])
  })

  it('should name what renews next, what changed, and each service', async () => {
    const { changes, renewals, services } = await read(anna)

    // The ninth of April is over, and it renews each month.
    expect(renewals).toEqual([
      { currency: 'EUR', day: '2026-06-09', plan: 'Standard', price: '13.99', service: 'Films' },
    ])
    expect(changes).toContainEqual({
      currency: 'EUR',
      day: '2026-04-30',
      from: '12.99',
      service: 'Films',
      to: '13.99',
    })
    expect(
      services.map(({ paidLastYear, perYear, service, status }) => [
        service,
        status,
        perYear,
        paidLastYear,
      ]),
    ).toEqual([
      ['API', null, null, '0.34090000000000001'],
      ['Films', 'active', '167.88', '27.23'],
      ['Gone', 'unknown', null, null],
      ['Old', 'cancelled', null, null],
      ['Paper', 'active', '100.00', null],
    ])
  })

  it('should be nobody else’s, not even of those who may see everybody’s', async () => {
    expect(JSON.stringify(await read(bert))).not.toContain('Paper')
    expect(await read(bert)).toMatchObject({ currencies: [{ paidLastYear: '777.00' }] })
    expect(await read(boss)).toMatchObject({ currencies: [], services: [] })
  })
})
