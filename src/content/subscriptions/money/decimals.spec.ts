import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDecimals, scaleDecimal, toDecimal } from './decimals.js'

describe('toDecimal', () => {
  it.each([
    [0.06, '0.06'],
    [12.5, '12.50'],
    ['12.50', '12.50'],
    ['36.0', '36.00'],
    ['36', '36.00'],
    [0, '0.00'],
    ['-0.7', '-0.70'],
    ['+3.1', '3.10'],
    [' 7.72 ', '7.72'],
    ['0.34090000000000000', '0.3409'],
    [1e-7, '0.0000001'],
    ['1.25e1', '12.50'],
    ['1E3', '1000.00'],
    ['007.5', '7.50'],
    ['123456789012345678901234.123456789012345678', '123456789012345678901234.123456789012345678'],
  ])('should make %j %s', (value, decimal) => {
    expect(toDecimal(value)).toBe(decimal)
  })

  it.each([
    '',
    'N/A',
    '1,50',
    '$14.52',
    '1.2.3',
    'NaN',
    Number.NaN,
    Infinity,
    '.5',
    '0x10',
    '1e999',
  ])('should take %j for no decimal', (value) => {
    expect(toDecimal(value)).toBeUndefined()
  })
})

describe('addDecimals', () => {
  it('should lose nothing where numbers do', () => {
    expect(0.1 + 0.2).not.toBe(0.3)
    expect(addDecimals([0.1, 0.2])).toBe('0.30')
    expect(addDecimals(['12.50', 0.06, '0.00000000000000001'])).toBe('12.56000000000000001')
    expect(addDecimals(['29.51', '6.49'])).toBe('36.00')
    expect(addDecimals(['5', '-5.10'])).toBe('-0.10')
    expect(addDecimals([])).toBe('0.00')
  })

  it('should add as whole numbers of the smallest unit do, in any order', () => {
    const amounts = fc.array(fc.record({ scale: fc.nat(12), units: fc.integer() }))
    fc.assert(
      fc.property(amounts, (list) => {
        const texts = list.map(({ scale, units }) => `${units}e-${scale}`)
        const sum = list.reduce(
          (total, { scale, units }) => total + BigInt(units) * 10n ** BigInt(12 - scale),
          0n,
        )
        expect(addDecimals(texts)).toBe(toDecimal(`${sum}e-12`))
        expect(addDecimals(texts.toReversed())).toBe(addDecimals(texts))
      }),
    )
  })

  it('should refuse what is no decimal', () => {
    expect(() => addDecimals(['1', 'two'])).toThrow(RangeError)
  })
})

describe('scaleDecimal', () => {
  it.each([
    ['99.00', 1, 12, '8.25'],
    ['100.00', 1, 12, '8.33'],
    ['0.05', 1, 2, '0.03'],
    ['-0.05', 1, 2, '-0.03'],
    ['12.99', 12, 1, '155.88'],
    ['36.00', 365, 30, '438.00'],
  ])('should make %s × %i/%i %s', (value, by, over, result) => {
    expect(scaleDecimal({ by, over, value })).toBe(result)
  })

  it('should make nothing of what it cannot scale', () => {
    expect(scaleDecimal({ by: 1, over: 0, value: '1' })).toBeUndefined()
    expect(scaleDecimal({ by: 1, over: 12, value: 'free' })).toBeUndefined()
  })
})
