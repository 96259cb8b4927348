import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { GomafiaTest } from './createGomafiaTest.js'

import { ensureChecks } from '../../src/sync/engine/batch/checks/ensureChecks.js'
import { getSync } from '../../src/sync/engine/Sync.js'
import { askGraphQL } from '../connections/askGraphQL.js'
import { createGomafiaTest } from './createGomafiaTest.js'

const PLAYERS = 12
const PER_RUN = 5
const DAY_MS = 24 * 60 * 60 * 1000

type Shown = { externalId: string; id: number; lastSyncAt: null | string; syncStatus: string }

type List = { docs: Shown[]; totalDocs: number }

describe('what was checked', () => {
  let test: GomafiaTest
  let token: string

  const now = () => test.clock.now().toISOString()

  const ask = async (query: string, as: null | string = token): Promise<List> => {
    const response = await handleEndpoints({
      config: test.payload.config,
      payloadInstanceCacheKey: test.cacheKey,
      request: new Request(`http://localhost/api/${query}`, {
        headers: as === null ? {} : { Authorization: `JWT ${as}` },
      }),
    })
    return (await response.json()) as List
  }

  const idsOf = ({ docs }: List): string[] => docs.map(({ externalId }) => externalId)

  const askedPlayers = () =>
    test.takeRequests().flatMap((request) => /\/stats\/(\d+)/.exec(request)?.[1] ?? [])

  beforeAll(async () => {
    test = await createGomafiaTest({
      collections: {
        // Lists of such a collection show the newest version of a document.
        mafiaGames: {
          overrides: (collection) => ({ ...collection, versions: { drafts: true } }),
        },
      },
      options: { checksPerRun: PER_RUN },
      world: { players: PLAYERS, tournaments: 2 },
    })
    const data = { email: 'user@example.com', password: 'only-for-tests' }
    await test.payload.create({ collection: 'users', data })
    token = (await test.payload.login({ collection: 'users', data })).token!
  })

  afterAll(() => test.close())

  it('should be pending while a record is only mentioned', async () => {
    await test.sync({ resource: 'tournaments' })
    await test.sync({ resource: 'games' })
    const { totalDocs } = await test.payload.count({ collection: 'mafiaPlayers' })

    expect(totalDocs).toBeGreaterThan(0)
    expect((await ask('mafiaPlayers?where[syncStatus][equals]=PENDING')).totalDocs).toBe(totalDocs)
  })

  it('should be shown, filtered and sorted in REST and GraphQL', async () => {
    await test.sync({ resource: 'players' })
    const syncedAt = now()
    await test.sync({ resource: 'games' })

    const { docs, totalDocs } = await ask('mafiaPlayers?where[syncStatus][equals]=SYNCED')
    expect(totalDocs).toBe(PLAYERS)
    expect(docs[0]).toMatchObject({ lastSyncAt: syncedAt, syncStatus: 'SYNCED' })
    expect(typeof (docs[0] as unknown as { syncCheck: unknown }).syncCheck).toBe('number')
    const later = `where[lastSyncAt][greater_than]=${syncedAt}`
    expect((await ask(`mafiaPlayers?${later}`)).totalDocs).toBe(0)
    expect(
      (await ask('mafiaPlayers?select[syncStatus]=true&sort=-lastSyncAt')).docs[0],
    ).toMatchObject({ syncStatus: 'SYNCED' })

    // Also where a list shows versions.
    const games = await ask('mafiaGames?draft=true&where[syncStatus][equals]=SYNCED')
    expect(games.totalDocs).toBe((await test.payload.count({ collection: 'mafiaGames' })).totalDocs)
    expect(games.docs[0]).toMatchObject({ lastSyncAt: now(), syncStatus: 'SYNCED' })

    const answer = await askGraphQL({
      query: `{ MafiaPlayers(limit: 1, sort: "-lastSyncAt", where: { syncStatus: { equals: SYNCED } }) {
        docs { lastSyncAt syncStatus } totalDocs } }`,
      test,
      token,
    })
    expect(JSON.parse(answer)).toEqual({
      data: {
        MafiaPlayers: {
          docs: [{ lastSyncAt: syncedAt, syncStatus: 'SYNCED' }],
          totalDocs: PLAYERS,
        },
      },
    })
    expect((await ask('mafiaPlayers', null)).docs).toBeUndefined()
  })

  it('should be remembered without touching a document', async () => {
    const rows = () =>
      test.query('select id, xmin::text, updated_at from mafia_players order by id')
    const before = await rows()

    await test.sync({ resource: 'players' })

    expect(await rows()).toEqual(before)
    const { docs } = await ask('mafiaPlayers?sort=lastSyncAt')
    expect(docs.map(({ lastSyncAt }) => lastSyncAt)).toEqual(Array(10).fill(now()))
  })

  it('should stay when an editor saves the document', async () => {
    const { docs } = await ask('mafiaPlayers?limit=1')
    await test.payload.update({
      id: docs[0]!.id,
      collection: 'mafiaPlayers',
      data: { photo: 'https://pictures.invalid/own.jpg' },
    })

    expect((await ask(`mafiaPlayers?where[id][equals]=${docs[0]!.id}`)).docs[0]).toMatchObject({
      lastSyncAt: now(),
      syncStatus: 'SYNCED',
    })
  })

  it('should have an incremental sync look at the oldest first, so many a run', async () => {
    test.takeRequests()
    await test.sync({ mode: 'incremental', resource: 'players' })
    expect(askedPlayers()).toEqual([])

    test.clock.advance(DAY_MS + 1000)
    const first = await test.sync({ mode: 'incremental', resource: 'players' })
    const asked = askedPlayers()
    expect(first.counts).toMatchObject({ fetched: PER_RUN, unchanged: PER_RUN, updated: 0 })
    expect(first.progress).toMatchObject({ recordsDone: 0, scopesDone: 1 })
    await test.sync({ mode: 'incremental', resource: 'players' })
    asked.push(...askedPlayers())
    await test.sync({ mode: 'incremental', resource: 'players' })
    asked.push(...askedPlayers())

    expect(asked).toHaveLength(PLAYERS)
    expect(new Set(asked).size).toBe(PLAYERS)
    test.clock.advance(DAY_MS - 2000)
    // Those of the first run are a day old, and those of the second are not.
    await test.sync({ mode: 'incremental', resource: 'players' })
    expect(askedPlayers()).toEqual(asked.slice(0, PER_RUN))
  })

  it('should write only what changed', async () => {
    test.clock.advance(2 * DAY_MS)
    const [player] = test.emulator.gomafia.world.players
    player!.firstName = 'Nobody stores it'
    player!.registered = '2017-01-19 00:00:00'
    const runs = [
      await test.sync({ mode: 'incremental', resource: 'players' }),
      await test.sync({ mode: 'incremental', resource: 'players' }),
      await test.sync({ mode: 'incremental', resource: 'players' }),
    ]

    expect(runs.reduce((sum, { counts }) => sum + counts.updated, 0)).toBe(1)
    expect(runs.reduce((sum, { counts }) => sum + counts.unchanged, 0)).toBe(PLAYERS - 1)
  })

  it('should be an error where a player cannot be read, who is asked for again', async () => {
    const { world } = test.emulator.gomafia
    const everybody = world.players
    const [gone] = everybody
    world.players = everybody.slice(1)
    test.clock.advance(DAY_MS + 1000)
    for (let run = 0; run < 3; run += 1) {
      await test.sync({ mode: 'incremental', resource: 'players' })
    }

    const failed = await ask('mafiaPlayers?where[syncStatus][equals]=ERROR')
    expect(idsOf(failed)).toEqual([String(gone!.id)])
    expect(failed.docs[0]!.lastSyncAt).toBe(now())
    test.takeRequests()
    world.players = everybody
    await test.sync({ mode: 'incremental', resource: 'players' })

    expect(askedPlayers()).toEqual([String(gone!.id)])
    expect((await ask('mafiaPlayers?where[syncStatus][equals]=SYNCED')).totalDocs).toBe(PLAYERS)
  })

  it('should be pending for what an earlier version stored', async () => {
    await test.query('update mafia_players set sync_check_id = null')
    await test.query("delete from sync_checks where resource = 'players'")

    await ensureChecks(getSync(test.payload))

    const pending = await ask('mafiaPlayers?where[syncStatus][equals]=PENDING&limit=1')
    expect(pending.totalDocs).toBe(PLAYERS)
    expect(pending.docs[0]).toMatchObject({ lastSyncAt: null, syncStatus: 'PENDING' })
    const { counts } = await test.sync({ mode: 'incremental', resource: 'players' })
    expect(counts).toMatchObject({ fetched: PER_RUN, unchanged: PER_RUN })
    const left = await ask('mafiaPlayers?where[syncStatus][equals]=PENDING')
    expect(left.totalDocs).toBe(PLAYERS - PER_RUN)
  })

  it('should be forgotten with the document', async () => {
    const { docs } = await ask('mafiaPlayers?limit=1')
    await test.payload.delete({ id: docs[0]!.id, collection: 'mafiaPlayers' })

    const { rows } = await test.query(
      `select from sync_checks where resource = 'players' and external_id = '${docs[0]!.externalId}'`,
    )
    expect(rows).toEqual([])
  })
})
