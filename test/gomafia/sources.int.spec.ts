import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SourceName } from '../../src/providers/gomafia/index.js'
import type { GomafiaTest, StoredDocument } from './createGomafiaTest.js'

import { SOURCES } from '../../src/providers/gomafia/sources/Source.js'
import { findChromium } from '../browser/findChromium.js'
import { createGomafiaTest } from './createGomafiaTest.js'

const COLLECTIONS = ['mafiaClubs', 'mafiaPlayers', 'mafiaTournaments', 'mafiaGames'] as const
const RESOURCES = ['clubs', 'players', 'tournaments', 'games'] as const

const browserPath = findChromium()

/** The browser is missing where there is none, as for the other tests that need one. */
const ways = SOURCES.filter((name) => name !== 'browser' || browserPath !== null)

/** What the site said of a thing: neither which row it became nor when. */
const toSaid = ({
  id: _id,
  createdAt: _createdAt,
  lastSyncAt: _lastSyncAt,
  updatedAt: _updatedAt,
  ...said
}: StoredDocument) => said

type ReadAllArgs = { test: GomafiaTest }

/** Everything that is stored, with documents it points to by the ids of the site. */
const readAll = async ({ test }: ReadAllArgs) => {
  const stored = await Promise.all(
    COLLECTIONS.map(async (slug) => {
      const { docs } = await test.payload.find({ collection: slug, depth: 0, pagination: false })
      return [slug, docs as unknown as StoredDocument[]] as const
    }),
  )
  const externalIds = new Map(
    stored.flatMap(([slug, docs]) =>
      docs.map(({ id, externalId }) => [`${slug} ${id}`, externalId]),
    ),
  )
  const named = (slug: string, value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((id) => externalIds.get(`${slug} ${id}`))
      : value === null || value === undefined
        ? value
        : externalIds.get(`${slug} ${value as number}`)
  return Object.fromEntries(
    stored.map(([slug, docs]) => [
      slug,
      docs
        .map(toSaid)
        .map((said) => ({
          ...said,
          ...('club' in said && { club: named('mafiaClubs', said.club) }),
          ...('players' in said && { players: named('mafiaPlayers', said.players) }),
          ...(slug === 'mafiaGames' && { tournament: named('mafiaTournaments', said.tournament) }),
        }))
        .toSorted((a, b) => a.externalId.localeCompare(b.externalId)),
    ]),
  )
}

/** What comes of the next look at three players, the first of whom the site does not know any more. */
const readUnknown = async ({ test }: ReadAllArgs) => {
  const { world } = test.emulator.gomafia
  world.players = world.players.slice(1)
  test.clock.advance(25 * 60 * 60 * 1000)
  const { counts, error, status } = await test.sync({ mode: 'incremental', resource: 'players' })
  return { ...counts, error, status }
}

describe('the ways to the data of the site', () => {
  const found = new Map<SourceName, Awaited<ReturnType<typeof readAll>>>()
  const unknown = new Map<SourceName, Awaited<ReturnType<typeof readUnknown>>>()

  beforeAll(async () => {
    for (const name of ways) {
      const test = await createGomafiaTest({
        options: {
          checksPerRun: 3,
          ...(browserPath !== null && { browserPath }),
          personalData: true,
          sources: [name],
        },
        world: { players: 14, tournaments: 12 },
      })
      for (const resource of RESOURCES) {
        const { error, status } = await test.sync({ resource })
        expect({ name, error, resource, status }).toMatchObject({
          error: null,
          status: 'completed',
        })
      }
      found.set(name, await readAll({ test }))
      unknown.set(name, await readUnknown({ test }))
      await test.close()
    }
  })

  afterAll(() => {
    found.clear()
    unknown.clear()
  })

  it('should be several, and bring what there is', () => {
    expect(ways.length).toBeGreaterThan(1)
    for (const collections of found.values()) {
      expect(Object.values(collections).map((docs) => docs.length)).toEqual([
        expect.any(Number),
        14,
        12,
        expect.any(Number),
      ])
      // More tournaments than one page of a history has.
      const histories = collections.mafiaPlayers!.map(
        (doc) => (doc as { history?: unknown[] }).history,
      )
      expect(Math.max(...histories.map((history) => history?.length ?? 0))).toBeGreaterThan(10)
    }
  })

  it.each(ways.slice(1))('should tell the same in every field: %s as the pages', (name) => {
    const { [name]: told, pageData } = Object.fromEntries(found)

    for (const slug of COLLECTIONS) {
      expect(told![slug]).toEqual(pageData![slug])
    }
  })

  it.each(ways)('should read the others where the site does not know one player: %s', (name) => {
    expect(unknown.get(name)).toMatchObject({
      error: { code: 'RECORDS_INVALID' },
      fetched: 3,
      invalid: 1,
      status: 'partial',
      unchanged: 2,
    })
  })
})
