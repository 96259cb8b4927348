import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TestKey } from '../project/testSlugs.js'
import type { EmulatedTest } from './createEmulatedTest.js'

import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { createEmulatedTest, KEY } from './createEmulatedTest.js'

const PROVIDERS = ['api-football', 'sportmonks']
const RESOURCES = ['countries', 'leagues', 'seasons', 'teams', 'players', 'matches'] as const

/** What both say of a match, in formats that have nothing in common. */
const SHARED = [
  ...['awayScore', 'extraTime', 'fulltime', 'halftime', 'homeScore', 'minute'],
  ...['penalties', 'startsAt', 'state', 'title', 'winner'],
]

/** In the emulated world both providers know a thing by the same number, so every id is there twice. */
describe('two providers that tell of the same world', () => {
  let test: EmulatedTest

  const findOf = async (key: TestKey, provider: string) =>
    new Map(
      (await test.find(key))
        .filter((document) => document.provider === provider)
        .map((document) => [document.externalId, document]),
    )

  beforeAll(async () => {
    test = await createEmulatedTest({
      files: ['2020-21/at.cup', '2024-25/at.1'],
      now: '2025-06-15T12:00:00Z',
      options: { seasons: 'all' },
      others: ({ url }) => [sportmonks({ apiToken: KEY, baseUrl: `${url}/v3`, seasons: 'all' })],
    })
    for (const resource of RESOURCES) {
      for (const provider of PROVIDERS) {
        const { error, status } = await test.sync({ provider, resource })
        expect({ error, provider, resource, status }).toMatchObject({
          error: null,
          status: 'completed',
        })
      }
    }
  })

  afterAll(async () => {
    await test.close()
  })

  it.each(['leagues', 'matches', 'players', 'teams'] as const)(
    'should store %s of both under the same ids, each under its own provider',
    async (key) => {
      const ids = [...test.emulator.world[key].keys()].map(String).toSorted()

      for (const provider of PROVIDERS) {
        expect([...(await findOf(key, provider)).keys()].toSorted()).toEqual(ids)
      }
    },
  )

  it('should store the same of each match, whoever told it', async () => {
    const [mine, theirs] = await Promise.all(PROVIDERS.map((name) => findOf('matches', name)))
    const pick = (document: Record<string, unknown> | undefined) =>
      Object.fromEntries(SHARED.map((field) => [field, document?.[field]]))

    expect(mine!.size).toBeGreaterThan(0)
    for (const [id, match] of mine!) {
      expect(pick(match)).toEqual(pick(theirs!.get(id)))
    }
  })

  it('should find everything unchanged again, whoever went last', async () => {
    test.takeWrites()

    for (const resource of RESOURCES) {
      for (const provider of PROVIDERS) {
        const { counts } = await test.sync({ provider, resource })
        expect(counts).toMatchObject({ created: 0, missing: 0, updated: 0 })
      }
    }

    expect(test.takeWrites()).toEqual([])
    expect(await test.find('syncIssues')).toEqual([])
  })
})
