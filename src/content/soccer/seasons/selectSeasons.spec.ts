import { describe, expect, it } from 'vitest'

import type { SeasonChoice } from '../options/seasonsRule.js'
import type { SeasonCandidate } from './selectSeasons.js'

import { isUnderWay, selectSeasons } from './selectSeasons.js'

const NOW = new Date('2031-03-05T19:00:00.000Z')

type Season = { number: number } & SeasonCandidate

const season = (number: number, rest: Partial<SeasonCandidate> = {}): Season => ({
  isCurrent: false,
  leagueId: '8',
  number,
  ...rest,
})

type SelectArgs = Partial<Parameters<typeof selectSeasons<Season>>[0]>

const numberOf = ({ number }: Season): number => number

const select = (seasons: Season[], wanted: SeasonChoice = 'current', rest: SelectArgs = {}) =>
  selectSeasons({ now: NOW, numberOf, seasons, wanted, ...rest }).map(numberOf)

describe('selectSeasons', () => {
  it('should take the current season of each league', () => {
    expect(
      select([
        season(1),
        season(2, { isCurrent: true }),
        season(3, { isCurrent: true, leagueId: '9' }),
        season(4, { isCurrent: null, leagueId: undefined }),
      ]),
    ).toEqual([2, 3, 4])
  })

  const LAST = season(1, { endDate: '2030-05-25', isFinished: true, startDate: '2029-08-16' })
  const THIS = season(2, { endDate: '2031-05-25', isCurrent: true, startDate: '2030-08-16' })
  const NEXT = season(3, { endDate: '2032-05-25', isFinished: false, startDate: '2031-08-14' })
  const LATER = season(4, { startDate: '2032-08-14' })

  it.each([
    ['in spring', '2031-03-05T19:00:00Z', THIS],
    ['in June, when the old one is over', '2031-06-28T12:00:00Z', { ...THIS, isFinished: true }],
    ['by its last day where nothing is marked', '2031-06-28T12:00:00Z', THIS],
    ['in August, when the mark still stands at the old one', '2031-09-01T12:00:00Z', THIS],
  ])('should take the next one along as soon as it is listed: %s', (_name, now, current) => {
    const seasons = [LAST, current, LATER, NEXT]

    expect(select(seasons, 'current', { now: new Date(now) })).toEqual([2, 3])
    expect(select(seasons, 'current', { now: new Date(now), withNext: false })).toEqual([2])
    expect(select([LAST, current], 'current', { now: new Date(now) })).toEqual([2])
  })

  it('should take the newest along where the mark was left at one long over', () => {
    const seasons = [
      { ...LAST, isCurrent: true },
      { ...THIS, isCurrent: false, isFinished: true },
    ]

    expect(select(seasons)).toEqual([1, 2])
  })

  it('should take both where a league has two', () => {
    expect(select([season(1, { isCurrent: true }), season(2, { isCurrent: true })])).toEqual([1, 2])
  })

  it('should take the newest by its dates where a league has none, whatever the numbers say', () => {
    const seasons = [
      season(30, { startDate: '2029-08-01' }),
      season(10, { startDate: '2030-08-01' }),
      season(40, { startDate: null }),
    ]

    expect(select(seasons)).toEqual([10])
  })

  it('should fall back to the end and then to the number where dates do not decide', () => {
    const startDate = '2030-08-01'

    expect(
      select([
        season(1, { endDate: '2031-06-01', startDate }),
        season(2, { endDate: '2031-05-01', startDate }),
      ]),
    ).toEqual([1])
    expect(select([season(1), season(2)])).toEqual([2])
  })

  it('should take what the mark or the dates show, where a provider asks for both', () => {
    const isCurrent = (candidate: Season) =>
      candidate.isCurrent === true || isUnderWay({ now: NOW, season: candidate })
    const seasons = [
      season(2018, { endDate: '2018-12-01', startDate: '2018-02-01' }),
      season(2019, { endDate: '2019-12-01', isCurrent: true, startDate: '2019-02-01' }),
      season(2031, { endDate: '2031-12-01', startDate: '2031-02-01' }),
    ]

    expect(select(seasons, 'current', { isCurrent })).toEqual([2019, 2031])
  })

  it('should take the other season of the same number along', () => {
    const first = season(2030, { endDate: '2030-05-01', startDate: '2030-02-01' })
    const second = season(2030, { isCurrent: true, startDate: '2030-09-01' })

    expect(select([first, second, season(2029)])).toEqual([2030, 2030])
  })

  it('should take all, or those that are named', () => {
    const seasons = [season(1), season(2), season(3)]

    expect(select(seasons, 'all')).toEqual([1, 2, 3])
    expect(select(seasons, [3, 99])).toEqual([3])
  })
})

describe('isUnderWay', () => {
  it.each([
    { endDate: '2031-03-05', isOn: true, startDate: '2031-03-05' },
    { endDate: '2031-12-01T00:00:00.000Z', isOn: true, startDate: '2031-02-01T00:00:00.000Z' },
    { endDate: '2031-03-04', isOn: false, startDate: '2030-08-01' },
    { endDate: '2031-12-01', isOn: false, startDate: '2031-03-06' },
    { endDate: null, isOn: false, startDate: '2031-02-01' },
    { endDate: '2031-12-01', isOn: false, startDate: null },
  ])('should say $isOn from $startDate to $endDate', ({ endDate, isOn, startDate }) => {
    expect(isUnderWay({ now: NOW, season: { endDate, leagueId: '8', startDate } })).toBe(isOn)
  })
})
