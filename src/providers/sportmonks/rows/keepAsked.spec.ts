import { describe, expect, it } from 'vitest'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { hasOneOf } from './hasOneOf.js'
import { keepAsked } from './keepAsked.js'
import { kicksOffWithin } from './kicksOffWithin.js'

const ofLeague8 = [hasOneOf({ field: 'league_id', ids: [8] })]

describe('keepAsked', () => {
  it('should drop rows that were not asked for', () => {
    const rows = [{ league_id: 8 }, { league_id: 9 }]

    expect(keepAsked({ asked: 'league 8', conditions: ofLeague8, rows })).toEqual([
      { league_id: 8 },
    ])
  })

  it('should refuse a page where not one row was asked for: the filter was ignored', () => {
    const rows = [{ league_id: 9 }, { league_id: 10 }]

    expect(() => keepAsked({ asked: 'league 8', conditions: ofLeague8, rows })).toThrow(
      InvalidAnswerError,
    )
    expect(() => keepAsked({ asked: 'league 8', conditions: ofLeague8, rows })).toThrow(/league 8/)
  })

  it('should take an empty page as it is', () => {
    expect(keepAsked({ asked: 'league 8', conditions: ofLeague8, rows: [] })).toEqual([])
  })

  it('should keep a row that does not tell, so that it is reported and not lost', () => {
    const rows = [{ league_id: '8' }, null, {}]

    expect(keepAsked({ asked: 'league 8', conditions: ofLeague8, rows })).toEqual(rows)
  })

  it('should keep both days of a date window and nothing outside', () => {
    const rows = [
      '2031-02-28 23:59:59',
      '2031-03-01 00:00:00',
      '2031-03-31 23:45:00',
      '2031-04-01 00:00:00',
    ].map((starting_at) => ({ starting_at }))
    const conditions = [kicksOffWithin({ from: '2031-03-01', to: '2031-03-31' })]

    expect(keepAsked({ asked: 'March', conditions, rows })).toEqual([rows[1], rows[2]])
  })

  it('should keep a match without a date: it was asked for as far as anybody knows', () => {
    const conditions = [kicksOffWithin({ from: '2031-03-01', to: '2031-03-31' })]

    expect(keepAsked({ asked: 'March', conditions, rows: [{ starting_at: null }] })).toHaveLength(1)
  })
})
