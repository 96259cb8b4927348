import { expect, it } from 'vitest'

import { createFormat, toCell } from './formats.js'

it.each([
  [null, ''],
  [undefined, ''],
  ['', ''],
  ['text', 'text'],
  [0, '0'],
  [-5, '-5'],
  [true, 'true'],
  [new Date('2026-05-01T12:00:00Z'), '2026-05-01T12:00:00.000Z'],
  [['=1', 2], '["=1",2]'],
  [{ relationTo: 'books', value: 7 }, '{"relationTo":"books","value":7}'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r\n=1', "'\r\n=1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\uff1d1', "'\uff1d1"],
  ['1=1', '1=1'],
])('should make %j the cell %j', (value, cell) => {
  expect(toCell(value)).toBe(cell)
})

const COLUMNS = [['id'], ['title', 'en'], ['place', 'city']]

const ROWS = [
  { id: 1, place: { city: 'Köln', zip: 'left out' }, title: { en: 'One, "two"\nthree' } },
  { id: 2, title: { en: null } },
]

it('should write CSV as RFC 4180 has it', () => {
  const { end, rows, start } = createFormat({
    columns: COLUMNS,
    format: 'csv',
    hasByteOrderMark: false,
  })

  expect(start + rows({ isFirst: true, rows: ROWS }) + end({ isEmpty: false })).toBe(
    'id,title.en,place.city\r\n1,"One, ""two""\nthree",Köln\r\n2,,\r\n',
  )
})

it('should write JSON of the same values, in parts that make one text', () => {
  const { end, rows, start } = createFormat({
    columns: COLUMNS,
    format: 'json',
    hasByteOrderMark: false,
  })
  const text =
    start +
    rows({ isFirst: true, rows: ROWS.slice(0, 1) }) +
    rows({ isFirst: false, rows: ROWS.slice(1) }) +
    end({ isEmpty: false })

  expect(JSON.parse(text)).toEqual([
    { id: 1, place: { city: 'Köln' }, title: { en: 'One, "two"\nthree' } },
    { id: 2, title: { en: null } },
  ])
  expect(JSON.parse(start + end({ isEmpty: true }))).toEqual([])
})
