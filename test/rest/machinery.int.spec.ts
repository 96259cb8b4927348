import type { TypedUser } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RestTest } from './createRestTest.js'

import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'
import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'
import { getSync } from '../../src/sync/engine/Sync.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { reportBreaker } from '../../src/sync/store/breakers/reportBreaker.js'
import { createFile } from '../../src/sync/store/files/writeFile.js'
import { reportQuota } from '../../src/sync/store/quotas/reportQuota.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from './createRestTest.js'

/**
 * Schedules, connections and notifications are for people; tokens, limits, sightings and events are
 * read by nobody; checks are kept only where a resource asks for them. They have tests of their own.
 */
const OTHERS: readonly string[] = [
  'syncChecks',
  'syncChoices',
  'syncConnections',
  'syncDeliveries',
  'syncEvents',
  'syncFileParts',
  'syncHealth',
  'syncLimits',
  'syncNotifications',
  'syncSchedules',
  'syncSightings',
  'syncTokens',
  'syncTotals',
]

/** What only the sync writes. */
const MACHINERY = MACHINERY_KEYS.filter((key) => !OTHERS.includes(key)).map((key) => testSlugs[key])

let rest: RestTest
let memberToken: string
let user: TypedUser
/** A document of each collection, by slug. */
const ids = new Map<string, number | string>()

beforeAll(async () => {
  rest = await createRestTest({ records: [{ id: '1', name: 'Game', home: { id: '53' } }] })
  memberToken = await rest.signIn('members')
  await rest.trigger({ provider: 'test', resource: 'games' })
  await drainSync({ payload: rest.payload })
  // What a run writes only where the provider tells of it or fails.
  const owner = { connection: DEFAULT_CONNECTION, provider: 'test' }
  const { database } = getSync(rest.payload)
  const quotas = [{ name: 'day', remaining: 7 }]
  await reportQuota({ ...owner, database, quotas, tickets: [] })
  await reportBreaker({ ...owner, database, failure: 'It is down.' })
  await createFile({ ...owner, name: 'a.csv', database, now: new Date() })
  for (const collection of MACHINERY) {
    const { docs } = await rest.payload.find({ collection, depth: 0, limit: 1 })
    ids.set(collection, docs[0]!.id)
  }
  const { docs } = await rest.payload.find({ collection: 'users', limit: 1 })
  user = { ...docs[0]!, collection: 'users' } as TypedUser
})

afterAll(() => rest.close())

describe.each(MACHINERY)('%s, over REST', (slug) => {
  it('should be read by whoever may enter the admin panel', async () => {
    const { body, status } = await rest.ask({ path: `/${slug}` })

    expect(status).toBe(200)
    expect(body).toMatchObject({ docs: [{ id: ids.get(slug) }] })
  })

  it.each([
    ['nobody', () => null],
    ['a user of another collection', () => memberToken],
  ])('should be kept from %s', async (_name, getToken) => {
    const all = await rest.ask({ path: `/${slug}`, token: getToken() })
    const one = await rest.ask({ path: `/${slug}/${ids.get(slug)}`, token: getToken() })

    expect([all.status, one.status]).toEqual([403, 403])
  })

  it.each([
    ['POST', () => `/${slug}`],
    ['PATCH', () => `/${slug}/${ids.get(slug)}`],
    ['PATCH', () => `/${slug}?where[id][exists]=true`],
    ['DELETE', () => `/${slug}/${ids.get(slug)}`],
    ['DELETE', () => `/${slug}?where[id][exists]=true`],
  ])('should not be written by anybody: %s', async (method, getPath) => {
    const { status } = await rest.ask({
      body: method === 'DELETE' ? undefined : { provider: 'mine' },
      method,
      path: getPath(),
    })

    expect(status).toBe(403)
    expect(await rest.payload.count({ collection: slug })).toEqual({
      totalDocs: 1,
    })
  })
})

describe.each(MACHINERY)('%s, over the Local API as a person', (slug) => {
  const asPerson = () => ({ collection: slug, overrideAccess: false, user }) as const

  it('should be read', async () => {
    const { docs } = await rest.payload.find(asPerson())

    expect(docs).toHaveLength(1)
  })

  it('should not be created', async () => {
    const data = { provider: 'mine' }

    await expect(rest.payload.create({ ...asPerson(), data })).rejects.toThrow('not allowed')
  })

  it('should not be changed', async () => {
    const data = { provider: 'mine' }
    const id = ids.get(slug)!

    await expect(rest.payload.update({ ...asPerson(), id, data })).rejects.toThrow('not allowed')
  })

  it('should not be deleted', async () => {
    const id = ids.get(slug)!

    await expect(rest.payload.delete({ ...asPerson(), id })).rejects.toThrow('not allowed')
  })
})
