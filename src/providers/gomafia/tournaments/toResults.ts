import type { MafiaTournamentResult } from '../../../content/mafia/index.js'

import { plainText } from '../../../sdk/index.js'
import { toList } from '../values/phpValues.js'
import { toId } from '../values/toId.js'
import { toNumber } from '../values/toNumber.js'
import { toPlain } from '../values/toPlain.js'
import { toText } from '../values/toText.js'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

const listRows = (value: unknown): Row[] | undefined => {
  const list = toList(value)
  return Array.isArray(list) ? list.filter(isRow) : undefined
}

/** What the site says of a result besides who and where, as plain values. */
const toFigures = ({ login: _login, place: _place, user_id: _user, ...row }: Row) =>
  toPlain(row) as MafiaTournamentResult['figures']

type ToResultsArgs = { withFinal: unknown; withoutFinal: unknown }

/** What the players reached. The list with the final, once it is filled, replaces the other. */
export const toResults = ({
  withFinal,
  withoutFinal,
}: ToResultsArgs): MafiaTournamentResult[] | undefined => {
  const final = listRows(withFinal)
  const rows = final?.length ? final : (listRows(withoutFinal) ?? final)
  return rows?.map((row) => ({
    name: toText(row.login) ?? null,
    figures: toFigures(row),
    place: toNumber(row.place) ?? null,
    player: toId(row.user_id) ?? null,
    sum: toNumber(row.sum) ?? null,
  }))
}

/** The winner of each nomination: the first of its list. */
export const toNominations = (value: unknown): Record<string, null | string> | undefined =>
  isRow(value) && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, list]) => {
          const first: unknown = Array.isArray(list) ? list[0] : list
          const user = isRow(first) && 'user' in first ? first.user : first
          return [plainText(name), isRow(user) ? (toId(user.id) ?? null) : null]
        }),
      )
    : undefined
