import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ApiFootballTest } from './recorded/createApiFootballTest.js'

import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { createFixtureRow, KICK_OFF } from '../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../fixtures/api-football/createLeagueRow.js'
import { createClubsTest } from './createClubsTest.js'

let test: ApiFootballTest

beforeEach(async () => {
  test = await createClubsTest()
})

afterEach(async () => {
  await test.close()
})

const setFirstDay = (start: string): void => {
  const season = { current: true, end: '2031-05-25', start, year: 2030 }
  test.server.setRoute('/leagues', createAnswer({ rows: [createLeagueRow({ seasons: [season] })] }))
}

/** In UTC seconds. */
const at = (day: string): number => Date.parse(`${day}T18:30:00Z`) / 1000

const setMatches = (kickOffs: readonly number[]): void => {
  const rows = kickOffs.map((timestamp, index) =>
    createFixtureRow({ id: 940_001 + index, fixture: { timestamp } }),
  )
  test.server.setRoute('/fixtures', createAnswer({ rows }))
}

const findSeasons = async () =>
  (await test.find('seasons')).map(({ id, externalId, isCurrent, startDate }) => ({
    id,
    externalId,
    isCurrent,
    startDate,
  }))

describe('a season whose first day moves', () => {
  it.each(['2030-08-09', '2030-08-23'])(
    'should stay one season with its matches, and begin on %s',
    async (start) => {
      setMatches([KICK_OFF, at('2030-08-16')])
      await test.sync({ resource: 'matches' })
      const [before] = await findSeasons()
      test.takeWrites()

      setFirstDay(start)
      expect((await test.sync({ resource: 'seasons' })).counts).toMatchObject({
        created: 0,
        updated: 1,
      })
      expect((await test.sync({ resource: 'seasons' })).counts).toMatchObject({ unchanged: 1 })
      expect(test.takeWrites()).toEqual(['seasons'])
      expect(await findSeasons()).toEqual([
        { ...before, isCurrent: true, startDate: `${start}T12:00:00.000Z` },
      ])

      setMatches([KICK_OFF, at('2030-08-16'), at('2030-08-10')])
      expect((await test.sync({ resource: 'matches' })).counts).toMatchObject({
        created: 1,
        unchanged: 2,
      })
      expect((await test.find('matches')).map(({ season }) => season)).toEqual(
        Array.from({ length: 3 }, () => before!.id),
      )
      expect(await test.find('syncIssues')).toEqual([])
    },
  )

  it('should be current once where a database holds it under both days', async () => {
    const [season] = await test.find('seasons')
    const adapter = test.payload.db as unknown as {
      pool: { query: (sql: string) => Promise<unknown> }
    }
    // As a version before this one stored it when the day had moved.
    const other = await test.payload.create({
      collection: 'seasons',
      data: {
        name: '2030/2031',
        externalId: '9101:2030:2030-08-09',
        isCurrent: true,
        league: season!.league,
        provider: 'api-football',
        startDate: '2030-08-09T00:00:00.000Z',
        year: 2030,
      } as never,
    })
    await adapter.pool.query(`
      insert into sync_records
        (provider, resource, external_id, collection, document_id, base, last_seen_at)
      select provider, resource, '9101:2030:2030-08-09', collection, '${other.id}',
        base || '{"startDate": "2030-08-09T00:00:00.000Z"}', last_seen_at
      from sync_records where external_id = '9101:2030:2030-08-16'`)

    setFirstDay('2030-08-09')
    await test.sync({ resource: 'seasons' })
    expect((await test.sync({ resource: 'seasons' })).counts).toMatchObject({ unchanged: 2 })
    expect(await findSeasons()).toMatchObject([{ isCurrent: false }, { isCurrent: true }])

    setMatches([KICK_OFF])
    await test.sync({ resource: 'matches' })
    expect(await test.find('matches')).toMatchObject([{ season: other.id }])
  })
})
