import { expect, it } from 'vitest'

import { parseHtml } from '../../../sdk/index.js'
import { readListMarkup } from './readListMarkup.js'

const toPage = (rows: readonly string[]) =>
  parseHtml(
    `<div id="__next"><table><thead><tr><th>#</th></tr></thead><tbody>${rows
      .map((row) => `<tr>${row}</tr>`)
      .join('')}</tbody></table></div>`,
  )

const PLAYERS = [
  // One of the recorded ratings began with a row that leads nowhere.
  '<td>1</td><td>Гость</td><td>3</td><td>0</td><td>1500.00</td>',
  `<td>2</td>
   <td><a href="/stats/3170?tab=history">  К0см0навт </a><span class="ws-nowrap">Клуб</span></td>
   <td>31</td><td>0</td><td> 2087.32 </td>`,
]

const CLUBS = [
  '<td>1</td><td><a href="/club/12">Клуб «Ворон»</a></td><td>1000</td>',
  '<td>2</td><td>Без ссылки</td><td>900</td>',
]

const TOURNAMENTS = [
  // Average rating and stars are glued together: 2211 and 4.
  '<td><a href="/tournament/2389">22114<b>Кубок  2025</b></a></td><td>01.11.2025 – 02.11.2025</td>',
  '<td>18003<b>Без ссылки</b></td><td>05.11.2025</td>',
  '<td><a href="/tournament/2390">Чемпионат</a></td><td>07.11.2025</td>',
  '<td><a href="/tournament/2391"><b>Скоро</b></a></td><td>дата уточняется</td>',
]

it.each([
  {
    expected: [{}, { id: '3170', elo: '2087.32', login: 'К0см0навт', tournaments_played: '31' }],
    list: 'players' as const,
    rows: PLAYERS,
  },
  { expected: [{ id: '12', title: 'Клуб «Ворон»' }, {}], list: 'clubs' as const, rows: CLUBS },
  {
    expected: [
      { id: '2389', date_end: '2025-11-02', date_start: '2025-11-01', title: 'Кубок 2025' },
      {},
      { id: '2390', date_end: '2025-11-07', date_start: '2025-11-07', title: 'Чемпионат' },
      { id: '2391', date_end: undefined, date_start: undefined, title: 'Скоро' },
    ],
    list: 'tournaments' as const,
    rows: TOURNAMENTS,
  },
])(
  'should read the $list that people see, and a row without a link as one without an id',
  async ({ expected, list, rows }) => {
    const page = await toPage(rows)

    expect(readListMarkup({ list, page, path: '/list' })).toEqual({
      rows: expected,
      total: undefined,
    })
  },
)

it('should take a table without rows for the end of the list', async () => {
  const page = await toPage([])

  expect(readListMarkup({ list: 'players', page, path: '/rating' })).toEqual({
    rows: [],
    total: undefined,
  })
})

it.each([
  ['no table', '<div>nothing</div>'],
  ['a table without a link to a player', `<table><tbody><tr>${CLUBS[0]}</tr></tbody></table>`],
])('should refuse a page with %s', async (_, html) => {
  const page = await parseHtml(html)

  expect(() => readListMarkup({ list: 'players', page, path: '/rating' })).toThrow(
    expect.objectContaining({
      code: 'INVALID_ANSWER',
      message: 'The page /rating of gomafia.pro does not show a list of players.',
    }),
  )
})
