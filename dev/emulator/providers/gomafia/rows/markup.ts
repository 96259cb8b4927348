import type { Json, Row } from '../../../json.js'

import { isRow } from '../../../json.js'

const escape = (value: unknown): string =>
  String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A block whose class has the hash of a deployment behind it, as CSS modules write them. */
type Block = (name: string, content: string) => string

const toBlock =
  (classHash: string): Block =>
  (name, content) =>
    `<div class="${name}__${classHash}">${content}</div>`

const valueAt = (value: Json, ...path: string[]): Json =>
  path.reduce<Json>((inside, name) => (isRow(inside) ? (inside[name] ?? null) : null), value)

const USER = 'ProfileUserInfo_profile-user'
const CIRCLE = 'ProfileUserCircle_profile-user-circle'
const SERIES = 'ProfileUserSeries_profile-user-series'
const BALLS = 'ProfileUserBalls_profile-user-balls'
const MAIN = 'stats_stats__stat-main'

const CIRCLES = {
  don: 'Игр за дона',
  mafia: 'Игр за мафию',
  red: 'Игры за мирного',
  sheriff: 'Игр за шерифа',
}
const ROLES = { don: 'Дон', mafia: 'Мафия', red: 'Мирный', sheriff: 'Шериф' } as const
const SHARES = { don: 'доном', mafia: 'мафией', red: 'мирным', sheriff: 'шерифом' } as const
const COLOURS = {
  black: 'За игру черными',
  don: 'За игру доном',
  red: 'За игру красными',
  sheriff: 'За игру шерифом',
} as const

const names = <TName extends string>(words: Readonly<Record<TName, string>>) =>
  Object.entries(words) as [TName, string][]

type PlayerMarkupArgs = { block: Block; serverData: Row }

/** A player as people see one, after the recorded page: less than its data. */
const playerMarkup = ({ block, serverData: { stats, user } }: PlayerMarkupArgs): string => {
  const figure = (...path: string[]): string => escape(valueAt(stats ?? null, ...path))
  const series = (number: string, name: string): string =>
    block(SERIES, `${block(`${SERIES}__num`, number)}${block(`${SERIES}__name`, name)}`)
  const amount = (value: string, name: string): string =>
    `<div>${block(`${MAIN}-square-row-left-amount`, value)}${block(`${MAIN}-square-row-left-label`, name)}</div>`
  return [
    block(
      `${USER}__name`,
      `${escape(valueAt(user ?? null, 'login'))}${block('PaidIcon_paid-icon', '')}`,
    ),
    block(
      `${USER}__since`,
      `на сайте с <!-- -->${escape(valueAt(user ?? null, 'since'))}<!-- --> года`,
    ),
    amount(escape(valueAt(user ?? null, 'elo')), 'Общий ELO'),
    amount(figure('games_stats', 'average_points'), 'Средний балл'),
    `<div>${block(`${MAIN}-bottom-block-left-content-amount`, figure('primary', 'total_games'))}${block(`${MAIN}-bottom-block-left-content-title`, 'Сыграно игр')}</div>`,
    ...names(CIRCLES).map(([role, name]) =>
      block(
        `${CIRCLE}__row`,
        `${block(`${CIRCLE}__num`, `${figure('primary', role)}<!-- --> (<!-- -->25<!-- -->%)`)}${block(`${CIRCLE}__name`, name)}`,
      ),
    ),
    ...names(ROLES).map(([role, name]) => series(figure('win_strike', role, 'max'), name)),
    ...names(SHARES).map(([role, name]) =>
      series(`${figure('win_rate', role, 'win', 'percent')}%`, `Побед ${name}`),
    ),
    series(`${figure('win_rate', 'total_wins', 'percent')}%`, 'Винрейт'),
    ...names(COLOURS).map(([colour, name]) =>
      block(
        BALLS,
        `${block(`${BALLS}__title`, name)}${block(`${BALLS}__amount`, figure('advanced_points', colour, 'points'))}${block(`${BALLS}__amount`, figure('advanced_points', colour, 'per_game'))}`,
      ),
    ),
  ].join('')
}

const toRussianDay = (day: Json): string => escape(day).split('-').toReversed().join('.')

const ROWS: Readonly<Record<string, (row: Row) => readonly unknown[]>> = {
  clubs: ({ id, club_score, rank, title }) => [
    rank,
    `<a href="/club/${escape(id)}">${escape(title)}</a>`,
    club_score,
  ],
  tournaments: ({ id, date_end, date_start, elo_average, star, title }) => [
    // The average rating and the stars stand before the title in one word.
    `<a href="/tournament/${escape(id)}">${Math.round(Number(elo_average))}${escape(star)}<b>${escape(title)}</b></a>`,
    `${toRussianDay(date_start ?? null)} – ${toRussianDay(date_end ?? null)}`,
  ],
  users: ({ id, elo, login, rank, tournaments_played }) => [
    rank,
    `<a href="/stats/${escape(id)}">${escape(login)}</a><span class="ws-nowrap"></span>`,
    tournaments_played,
    0,
    elo,
  ],
}

const listMarkup = ([name, rows]: [string, Json[]]): string => {
  const body = rows
    .filter(isRow)
    .map(
      (row) =>
        `<tr>${ROWS[name]!(row)
          .map((cell) => `<td>${String(cell)}</td>`)
          .join('')}</tr>`,
    )
    .join('')
  return `<table><thead><tr><th>Место</th></tr></thead><tbody>${body}</tbody></table>`
}

type ToMarkupArgs = { classHash: string; page: string; serverData: Json }

/** What people see of a page, made of what it is rendered from. */
export const toMarkup = ({ classHash, page, serverData }: ToMarkupArgs): string => {
  const block = toBlock(classHash)
  if (page === '/') {
    return block('MainIntro_main-intro', 'Спортивная мафия')
  }
  if (!isRow(serverData)) {
    return ''
  }
  const lists = Object.entries(serverData).filter(
    (entry): entry is [string, Json[]] => entry[0] in ROWS && Array.isArray(entry[1]),
  )
  return isRow(serverData.user)
    ? playerMarkup({ block, serverData })
    : lists.map(listMarkup).join('')
}
