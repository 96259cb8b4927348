import { describe, expect, it } from 'vitest'

import type { SeasonDocument } from '../../content/soccer/index.js'
import type { StoredRecords } from '../../sdk/index.js'

import { reference } from '../../sdk/index.js'
import { tieSeasons } from './tieSeasons.js'

type Days = { end?: string; start: string }

const rowOf = ({ end = '2031-05-25', start }: Days) => ({
  current: true,
  end,
  leagueId: 9101,
  start,
  year: 2030,
})

/** Stored seasons by the id they have. */
const storedAs = (seasons: Readonly<Record<string, Days>>): StoredRecords => ({
  find: <TDocument>() =>
    Promise.resolve(
      Object.entries(seasons).map(([externalId, { end = '2031-05-25', start }]) => {
        const document: SeasonDocument = {
          name: '2030/2031',
          endDate: `${end}T00:00:00.000Z`,
          league: reference({ externalId: '9101', resource: 'leagues' }),
          startDate: `${start}T00:00:00.000Z`,
          year: 2030,
        }
        return { document: document as TDocument, externalId }
      }),
    ),
  findDue: () => Promise.resolve([]),
})

const tie = async (rows: readonly Days[], stored: Readonly<Record<string, Days>>) => {
  const tied = await tieSeasons({ rows: rows.map(rowOf), stored: storedAs(stored) })
  return (tied as { current: boolean; seasonId: string; start: string }[]).map(
    ({ current, seasonId, start }) => ({ current, seasonId, start }),
  )
}

const AUGUST = '9101:2030:2030-08-16'

describe('tieSeasons', () => {
  it('should name a season that was never stored by league, year and first day', async () => {
    expect(await tie([{ start: '2030-08-16' }], {})).toEqual([
      { current: true, seasonId: AUGUST, start: '2030-08-16' },
    ])
  })

  it.each(['2030-08-09', '2030-08-23', '2029-12-31', '2030-08-16'])(
    'should keep the id of a season whose first day is %s now',
    async (start) => {
      expect(await tie([{ start }], { [AUGUST]: { start: '2030-08-16' } })).toEqual([
        { current: true, seasonId: AUGUST, start },
      ])
    },
  )

  it('should keep it when the day moves a second time', async () => {
    expect(await tie([{ start: '2030-08-02' }], { [AUGUST]: { start: '2030-08-09' } })).toEqual([
      { current: true, seasonId: AUGUST, start: '2030-08-02' },
    ])
  })

  it('should keep two seasons of one year apart, whichever of them moves', async () => {
    const spring = '9101:2030:2030-02-10'
    const autumn = '9101:2030:2030-10-27'
    const stored = {
      [autumn]: { start: '2030-10-27' },
      [spring]: { end: '2030-09-02', start: '2030-02-10' },
    }

    const moved = await tie(
      [{ start: '2030-11-03' }, { end: '2030-09-02', start: '2030-02-03' }],
      stored,
    )
    expect(moved.map(({ seasonId }) => seasonId)).toEqual([autumn, spring])
  })

  it('should take a second season of the year for a new one', async () => {
    const stored = { '9101:2030:2030-02-10': { end: '2030-09-02', start: '2030-02-10' } }
    const rows = [{ start: '2030-10-27' }, { end: '2030-09-09', start: '2030-02-17' }]

    expect((await tie(rows, stored)).map(({ seasonId }) => seasonId)).toEqual([
      '9101:2030:2030-10-27',
      '9101:2030:2030-02-10',
    ])
  })

  it('should let only one be current of a season that is stored under both its days', async () => {
    const stored = {
      '9101:2030:2030-08-09': { start: '2030-08-09' },
      [AUGUST]: { start: '2030-08-16' },
    }

    expect(await tie([{ start: '2030-08-09' }], stored)).toEqual([
      { current: true, seasonId: '9101:2030:2030-08-09', start: '2030-08-09' },
      { current: false, seasonId: AUGUST, start: '2030-08-09' },
    ])
  })

  it('should hand on what it cannot read', async () => {
    const rows = [null, 'a season', { leagueId: 9101, start: 'soon', year: 2030 }]

    expect(await tieSeasons({ rows, stored: storedAs({}) })).toEqual(rows)
  })
})
