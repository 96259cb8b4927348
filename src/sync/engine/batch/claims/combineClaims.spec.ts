import { describe, expect, it } from 'vitest'

import type { StoredClaim, StoredClaims } from '../../../store/claims/StoredClaims.js'

import { combineClaims } from './combineClaims.js'

const claim = (claim: Partial<StoredClaim>): StoredClaim => ({
  document: {},
  from: null,
  holds: true,
  rank: 0,
  run: '1',
  speaks: false,
  ...claim,
})

const combine = (claims: StoredClaims) => combineClaims({ claims, contestedFields: ['shelf'] })

/** All orders in which claims can come. */
const permute = <TItem>(items: readonly TItem[]): TItem[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) =>
        permute(items.toSpliced(index, 1)).map((others) => [item, ...others]),
      )

describe('combineClaims', () => {
  it('should make the same record in whichever order the claims come', () => {
    const claims = {
      a: claim({ document: { shelf: 'A', size: 1 }, rank: 1 }),
      b: claim({ document: { name: 'B', shelf: 'B' }, rank: 1 }),
      c: claim({ document: { name: 'C', pages: null, size: 3 } }),
      d: claim({ document: { name: 'D', pages: 9 } }),
    }
    const expected = combine(claims)

    expect(expected.document).toEqual({ name: 'C', pages: null, shelf: 'A', size: 1 })
    for (const order of permute(Object.entries(claims))) {
      expect(combine(Object.fromEntries(order))).toEqual(expected)
    }
  })

  it('should let one that speaks go on speaking, and be right about it a second time', () => {
    const a = claim({ document: { shelf: 'A' } })
    const first = combine({ b: claim({ document: { shelf: 'B' } }) })
    const second = combine({ ...first.claims, a })

    expect(second.document).toEqual({ shelf: 'B' })
    expect(second.contest).toEqual({ fields: ['shelf'], others: ['a'], speaker: 'b' })
    expect(combine(second.claims)).toEqual(second)
  })

  it('should prefer the one that began last', () => {
    const old = claim({ document: { shelf: 'A' }, from: '2030-01-01', speaks: true })
    const late = claim({ document: { shelf: 'B' }, from: '2030-09-01' })

    expect(combine({ a: old, b: late }).document).toEqual({ shelf: 'B' })
    expect(combine({ a: old, b: { ...late, holds: false } }).document).toEqual({ shelf: 'A' })
  })

  it('should not mix two of one rank', () => {
    const a = claim({ document: { place: null, shelf: 'A' } })
    const b = claim({ document: { place: 7, shelf: 'B' } })

    expect(combine({ a, b }).document).toEqual({ place: null, shelf: 'A' })
  })

  it('should see no contest where the others agree, know nothing, or do not hold', () => {
    const a = claim({ document: { shelf: 'A' }, speaks: true })
    const others = {
      b: claim({ document: { shelf: 'A' } }),
      c: claim({ document: { shelf: null } }),
      d: claim({ document: {} }),
      e: claim({ document: { shelf: 'E' }, holds: false }),
      f: claim({ document: { shelf: 'F' }, rank: -1 }),
    }

    expect(combine({ a, ...others }).contest).toBeUndefined()
  })

  it('should keep one that ended for as long as nobody of its rank speaks', () => {
    const ended = claim({ document: { shelf: 'A' }, holds: false, speaks: true })

    expect(combine({ a: ended }).document).toEqual({ shelf: 'A' })
    const { claims, document } = combine({ a: ended, b: claim({ document: { shelf: 'B' } }) })
    expect(document).toEqual({ shelf: 'B' })
    expect(Object.keys(claims)).toEqual(['b'])
  })
})
