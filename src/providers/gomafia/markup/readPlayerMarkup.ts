import type { HtmlElement } from '../../../sdk/index.js'
import type { PlayerPage } from '../sources/rows.js'

import { InvalidAnswerError } from '../../../sdk/index.js'

/** The part of a class name behind `__` is a hash that changes with a deployment. */
const byClass = (name: string): string => `[class*="${name}__"]`

const USER_NAME = byClass('ProfileUserInfo_profile-user__name')
const USER_SINCE = byClass('ProfileUserInfo_profile-user__since')
const CIRCLE_ROW = byClass('ProfileUserCircle_profile-user-circle__row')
const CIRCLE_NUMBER = byClass('ProfileUserCircle_profile-user-circle__num')
const CIRCLE_NAME = byClass('ProfileUserCircle_profile-user-circle__name')
const SERIES = byClass('ProfileUserSeries_profile-user-series')
const SERIES_NUMBER = byClass('ProfileUserSeries_profile-user-series__num')
const SERIES_NAME = byClass('ProfileUserSeries_profile-user-series__name')
const BALLS = byClass('ProfileUserBalls_profile-user-balls')
const BALLS_TITLE = byClass('ProfileUserBalls_profile-user-balls__title')
const BALLS_AMOUNT = byClass('ProfileUserBalls_profile-user-balls__amount')

/** Words of the page for the roles, by how they begin. */
const ROLES: readonly (readonly [string, 'don' | 'mafia' | 'red' | 'sheriff'])[] = [
  ['мирн', 'red'],
  ['дон', 'don'],
  ['маф', 'mafia'],
  ['шериф', 'sheriff'],
]

const toRole = (text: string) =>
  ROLES.find(([word]) => new RegExp(`(^|\\s)${word}`, 'u').test(text.toLowerCase()))?.[1]

const clean = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** The first number in a text: `63 ( 61 %)` is 63, `32%` is 32. */
const readNumber = (text: string | undefined): number | undefined => {
  const found = /-?\d+(?:[.,]\d+)?/.exec(clean(text))?.[0]
  return found === undefined ? undefined : Number(found.replace(',', '.'))
}

const textOf = (element: HtmlElement | null | undefined, selector: string): string =>
  clean(element?.querySelector(selector)?.text)

type Figures = Record<string, Record<string, unknown>>

/** The number above a label: `Общий ELO`. */
const readLabelled = (page: HtmlElement, amount: string, label: RegExp): number | undefined => {
  const found = page
    .querySelectorAll(`[class*="${amount}"]`)
    .find((element) => label.test(clean(element.closest('div')?.nextElementSibling?.text)))
  return readNumber(found?.text)
}

const readStreaksAndShares = (page: HtmlElement): { shares: Figures; streaks: Figures } => {
  const shares: Figures = {}
  const streaks: Figures = {}
  for (const series of page.querySelectorAll(SERIES)) {
    const number = textOf(series, SERIES_NUMBER)
    const name = textOf(series, SERIES_NAME)
    const role = toRole(name)
    const value = readNumber(number)
    if (value === undefined) {
      continue
    }
    if (!number.endsWith('%')) {
      if (role) {
        streaks[role] = { max: value }
      }
    } else if (role) {
      shares[role] = { win: { percent: value } }
    } else if (/винрейт/iu.test(name)) {
      shares.total_wins = { percent: value }
    }
  }
  return { shares, streaks }
}

/** The page calls the mafia "black" and the town "red" where it speaks of points. */
const POINTS: readonly (readonly [RegExp, string])[] = [
  [/чёрн|черн/iu, 'black'],
  [/дон/iu, 'don'],
  [/красн/iu, 'red'],
  [/шериф/iu, 'sheriff'],
]

const readPoints = (page: HtmlElement): Figures => {
  const points: Figures = {}
  for (const block of page.querySelectorAll(BALLS)) {
    const name = POINTS.find(([word]) => word.test(textOf(block, BALLS_TITLE)))?.[1]
    const [all, perGame] = block.querySelectorAll(BALLS_AMOUNT).map(({ text }) => readNumber(text))
    if (name !== undefined && all !== undefined) {
      points[name] = { points: all, ...(perGame !== undefined && { per_game: perGame }) }
    }
  }
  return points
}

const readGames = (page: HtmlElement): Record<string, number> => {
  const games: Record<string, number> = {}
  for (const row of page.querySelectorAll(CIRCLE_ROW)) {
    const role = toRole(textOf(row, CIRCLE_NAME))
    const count = readNumber(textOf(row, CIRCLE_NUMBER))
    if (role && count !== undefined) {
      games[role] = count
    }
  }
  return games
}

type ReadPlayerMarkupArgs = { id: string; page: HtmlElement }

/**
 * A player as the page shows it to people, in the shape of the site's data. It shows less than the
 * data has: no history, no club, no moment of registration.
 *
 * @throws InvalidAnswerError when the page shows no player
 */
export const readPlayerMarkup = ({ id, page }: ReadPlayerMarkupArgs): PlayerPage => {
  const login = textOf(page, USER_NAME)
  const games = readGames(page)
  if (login === '') {
    throw new InvalidAnswerError(`The page of player ${id} on gomafia.pro does not show a player.`)
  }
  const { shares, streaks } = readStreaksAndShares(page)
  const elo = readLabelled(page, 'stat-main-square-row-left-amount', /ELO$/u)
  const points = readLabelled(page, 'stat-main-square-row-left-amount', /Средний балл/u)
  const total = readLabelled(page, 'content-amount', /Сыграно игр/u)
  const since = readNumber(textOf(page, USER_SINCE))
  return {
    isPartial: true,
    stats: {
      advanced_points: readPoints(page),
      primary: { ...games, ...(total !== undefined && { total_games: total }) },
      win_rate: shares,
      win_strike: streaks,
      ...(points !== undefined && { games_stats: { average_points: points } }),
    },
    user: {
      id,
      login,
      ...(elo !== undefined && { elo }),
      ...(since !== undefined && { since }),
    },
  }
}
