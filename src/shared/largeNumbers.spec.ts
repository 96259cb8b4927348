import { describe, expect, it } from 'vitest'

import { findRounded, isLargeWhole } from './largeNumbers.js'

const LARGE = Number('7615917337495251231')

describe('findRounded', () => {
  it('should find the number that an id was made of, wherever it stands', () => {
    expect(findRounded({ id: String(LARGE), record: { id: LARGE } })).toBe(LARGE)
    expect(findRounded({ id: `a:${LARGE}`, record: { a: [{ id: LARGE }] } })).toBe(LARGE)
    expect(findRounded({ id: '1e+30', record: { id: 1e30 } })).toBe(1e30)
  })

  it('should let go what is exact, and what the id does not hold', () => {
    const record: Record<string, unknown> = { id: '7615917337495251231', size: LARGE }
    record.self = record
    expect(findRounded({ id: '7615917337495251231', record })).toBeUndefined()
    expect(findRounded({ id: '12', record: { id: 12 } })).toBeUndefined()
    expect(findRounded({ id: '9007199254740991', record: { id: 9007199254740991 } })).toBe(
      undefined,
    )
  })
})

describe('isLargeWhole', () => {
  it('should know the digits of a number that JavaScript cannot hold', () => {
    expect(['9007199254740993', '-9007199254740993'].every(isLargeWhole)).toBe(true)
    expect(['9007199254740991', 'a', '', 9007199254740992, null].some(isLargeWhole)).toBe(false)
  })
})
