import { expect, it } from 'vitest'

import { toFlag } from './toFlag.js'
import { toMoment } from './toMoment.js'
import { toNumber } from './toNumber.js'
import { toRole, toWinner } from './toRole.js'

it.each([
  ['2087.32', 2087.32],
  ['2 087,32', 2087.32],
  ['-3', -3],
  ['\u22123', -3],
  ['61%', 61],
  [0, 0],
  ['', null],
  ['-', null],
  ['0x10', null],
  ['1-2', null],
  [false, null],
  [[], null],
  [undefined, undefined],
])('should read the number %j as %j', (value, expected) => {
  expect(toNumber(value)).toBe(expected)
})

it.each([
  ['2022-12-19 23:34:26', '2022-12-19T20:34:26.000Z'],
  ['0000-00-00 00:00:00', null],
  ['', null],
  [false, null],
  [undefined, undefined],
])('should read the moment %j as %j', (value, expected) => {
  expect(toMoment(value)).toBe(expected)
})

it.each([
  ['red', 'citizen'],
  ['Мир', 'citizen'],
  ['Маф', 'mafia'],
  ['Шер', 'sheriff'],
  ['Дон', 'don'],
  ['toString', null],
  [undefined, null],
])('should know the role %j as %j', (value, expected) => {
  expect(toRole(value)).toBe(expected)
})

it.each([
  ['city', 'city'],
  ['mafia', 'mafia'],
  ['draw', 'draw'],
  ['Победа мафии', 'mafia'],
  ['Победа мирных', 'city'],
  ['Ничья', 'draw'],
  ['', null],
])('should know who won by %j: %j', (value, expected) => {
  expect(toWinner(value)).toBe(expected)
})

it.each([
  ['1', true],
  ['0', false],
  [false, false],
  ['', null],
  ['soon', undefined],
])('should read the flag %j as %j', (value, expected) => {
  expect(toFlag(value)).toBe(expected)
})
