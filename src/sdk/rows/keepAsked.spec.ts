import { describe, expect, it } from 'vitest'

import { InvalidAnswerError } from '../../shared/errors/index.js'
import { hasOneOf } from './hasOneOf.js'
import { checkAsked, keepAsked } from './keepAsked.js'

const asked = {
  asked: 'books of shelf 8',
  conditions: [hasOneOf({ path: ['shelf', 'id'], values: [8] })],
  provider: 'Library',
}

const onShelf = (id: unknown) => ({ shelf: { id } })

/** A row that does not tell is kept, so that it is reported and not lost. */
const UNTOLD = [onShelf('8'), null, {}, { shelf: 8 }]

describe('keepAsked', () => {
  it('should drop rows that were not asked for', () => {
    expect(keepAsked({ ...asked, rows: [onShelf(8), onShelf(9)] })).toEqual([onShelf(8)])
  })

  it('should refuse a page where not one row was asked for: the filter was ignored', () => {
    const read = () => keepAsked({ ...asked, rows: [onShelf(9), onShelf(10)] })

    expect(read).toThrow(InvalidAnswerError)
    expect(read).toThrow('Library was asked for books of shelf 8 and sent 2 records of something')
  })

  it('should take an empty page as it is, and rows that do not tell', () => {
    expect(keepAsked({ ...asked, rows: [] })).toEqual([])
    expect(keepAsked({ ...asked, rows: UNTOLD })).toEqual(UNTOLD)
  })

  it('should ask for every condition', () => {
    const conditions = [...asked.conditions, hasOneOf({ path: ['year'], values: [2030] })]
    const rows = [{ ...onShelf(8), year: 2030 }, { ...onShelf(8), year: 2031 }, { year: 2030 }]

    expect(keepAsked({ ...asked, conditions, rows })).toEqual([rows[0], rows[2]])
  })
})

describe('checkAsked', () => {
  it('should refuse a page with a single row that was not asked for', () => {
    const read = () => checkAsked({ ...asked, rows: [onShelf(8), onShelf(9)] })

    expect(read).toThrow(InvalidAnswerError)
    expect(read).toThrow('sent 1 of 2 records of something else')
  })

  it('should take all other pages as they are', () => {
    expect(checkAsked({ ...asked, rows: [] })).toEqual([])
    expect(checkAsked({ ...asked, rows: [onShelf(8), ...UNTOLD] })).toEqual([onShelf(8), ...UNTOLD])
  })
})
