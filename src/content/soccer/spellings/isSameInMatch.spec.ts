import { describe, expect, it } from 'vitest'

import { isSameInMatch } from './isSameInMatch.js'

type Pair = [before: string, now: string]

const isSame = (field: string, [before, now]: Pair, city = 'Amber'): boolean => {
  const document = { venue: { name: 'Quay Park', city } }
  const is = isSameInMatch({ before, document, field, now })
  expect(isSameInMatch({ before: now, document, field, now: before })).toBe(is)
  return is
}

describe('isSameInMatch, for a referee', () => {
  it.each<Pair>([
    // Seen in recordings.
    ['A. Taylor', 'Anthony Taylor, England'],
    ['Artur Soares Dias', 'Artur Soares Dias, Portugal'],
    ['F. Letexier', 'François Letexier, France'],
    ['Gil Manzano', 'Jesus Gil Manzano, Spain'],
    ['H. Meler', 'Halil Umut Meler, Turkey'],
    ['I. Kovács', 'Istvan Kovacs, Romania'],
    ['I. Kružliak', 'Ivan Kružliak, Slovakia'],
    ['N. Ramírez', 'Nicolas Ramirez, Argentina'],
    ['S. Vinčić', 'Slavko Vinčić, Slovenia'],
    ['M. OLIVER', 'M Oliver'],
    ['J. Gil Manzano', 'Jesus Gil Manzano, Spain'],
    ['Ł. Ørsted-Quay', 'Lukasz Orsted Quay'],
  ])('should take %s and %s for one', (...pair) => {
    expect(isSame('referee', pair)).toBe(true)
  })

  it.each<Pair>([
    ['A. Madley', 'R. Madley'],
    ['A. Taylor', 'A. Tayler'],
    ['Anthony Taylor, England', 'Andrew Taylor, England'],
    ['Anthony Taylor, England', 'Anthony Taylor, Wales'],
    ['D. Siebert', 'F. Zwayer'],
    ['Artur Soares', 'Artur Soares Dias'],
  ])('should tell %s from %s', (...pair) => {
    expect(isSame('referee', pair)).toBe(false)
  })
})

describe('isSameInMatch, for a ground', () => {
  it.each<Pair>([
    ['RheinEnergieSTADION', 'RheinEnergieStadion'],
    ['VOLKSWAGEN ARENA', 'Volkswagen Arena'],
    ['St. Mary’s Stadium', "St Mary's Stadium"],
    ['Estadio Más', 'Estadio Mas'],
    ['Quay Park (Amber)', 'Quay Park'],
    ['Quay Park, Amber', 'Quay Park'],
  ])('should take the names %s and %s for one', (...pair) => {
    expect(isSame('venue.name', pair)).toBe(true)
  })

  it.each<Pair>([
    ['Quay Park', 'Stone Park'],
    ['Quay Park', 'Quay Park (Field 2)'],
    ['Wembley Stadium', 'Wembley Arena'],
    ['BVB Stadion Dortmund', 'SIGNAL IDUNA PARK'],
  ])('should tell the name %s from %s', (...pair) => {
    expect(isSame('venue.name', pair)).toBe(false)
  })

  it.each<[boolean, ...Pair]>([
    [true, 'Inglewood', 'Inglewood, California'],
    [true, 'São Paulo', 'Sao Paulo'],
    [false, 'Springfield, Illinois', 'Springfield, Missouri'],
    [false, 'Newcastle', 'Newcastle-under-Lyme'],
    [false, 'Walton-on-Thames, Surrey', 'Bideford, Devon'],
  ])('should say %s for the cities %s and %s', (expected, ...pair) => {
    expect(isSame('venue.city', pair)).toBe(expected)
  })
})
