import { expect, it } from 'vitest'

import { findDayOrder, readDay } from './readDay.js'

it.each([
  ['2021-09-27', '2021-09-27'],
  ['2024-01-09 06:36:45.414+0000', '2024-01-09'],
  ['2024-01-09T06:35:41Z', '2024-01-09'],
  ['2024/1/9', '2024-01-09'],
  ['20240109', '2024-01-09'],
  ['12/14/2016 19:00:00', '2016-12-14'],
  ['01/23/2021 22:08', '2021-01-23'],
  ['05/04/2022', '2022-05-04'],
  ['23/01/2021', '2021-01-23'],
  ['14.12.2016', '2016-12-14'],
  ['4.5.22', '2022-05-04'],
  ['22-JAN-2018', '2018-01-22'],
  ['22 January 2018', '2018-01-22'],
  ['Jan 22, 2018', '2018-01-22'],
])('should read %s as %s', (text, day) => {
  expect(readDay({ text })).toBe(day)
})

it.each([
  '',
  'N/A',
  '2021-02-30',
  '32/01/2021',
  '22-ABC-2018',
  '2021',
  '13/13/2021',
  'Not Available',
])('should take "%s" for no date', (text) => {
  expect(readDay({ text })).toBeUndefined()
})

it('should tell by the other dates of a file which number is the day', () => {
  expect(findDayOrder(['05/04/2022', '23/04/2022', '2021-01-01'])).toBe('day-first')
  expect(findDayOrder(['05/04/2022', '04/23/2022'])).toBe('month-first')
  expect(findDayOrder(['05/04/2022', '23.04.2022'])).toBeUndefined()
  expect(readDay({ order: 'day-first', text: '05/04/2022' })).toBe('2022-04-05')
  expect(readDay({ order: 'day-first', text: '04/23/2022' })).toBe('2022-04-23')
})
