import type { MafiaPlayerDocument, MafiaRoleFigures } from '../../../content/mafia/index.js'

import { plainText, readPath, withoutAbsent } from '../../../sdk/index.js'
import { toNumber } from '../values/toNumber.js'
import { toPlain } from '../values/toPlain.js'

/** Roles of the kit by the site's names of them. */
const ROLES = { citizen: 'red', don: 'don', mafia: 'mafia', sheriff: 'sheriff' } as const

type ReadArgs = { path: string[]; stats: unknown }

const read = ({ path, stats }: ReadArgs): null | number | undefined =>
  toNumber(readPath({ path, row: stats }))

type ToRoleArgs = { role: keyof typeof ROLES; stats: unknown }

const toRoleFigures = ({ role, stats }: ToRoleArgs): MafiaRoleFigures => {
  const name = ROLES[role]
  return withoutAbsent({
    games: read({ path: ['primary', name], stats }),
    winPercent: read({ path: ['win_rate', name, 'win', 'percent'], stats }),
    wins: read({ path: ['win_rate', name, 'win', 'value'], stats }),
  })
}

type Figures = Pick<
  MafiaPlayerDocument,
  'averagePoints' | 'firstKills' | 'prizePlaces' | 'roles' | 'statistics' | 'total'
>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const toStatistics = (stats: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(stats).map(([name, value]) => [plainText(name), toPlain(value)]),
  )

type ToFiguresArgs = {
  /** Whether there is more than this, which stays as it is. */
  isPartial: boolean
  stats: unknown
}

/**
 * What a player did in all games. Nothing is said where the site says nothing: a player without
 * games has `[]` or `false` in place of the figures.
 */
export const toFigures = ({ isPartial, stats }: ToFiguresArgs): Figures =>
  isObject(stats)
    ? withoutAbsent({
        averagePoints: read({ path: ['games_stats', 'average_points'], stats }),
        firstKills: read({ path: ['other', 'first_kills'], stats }),
        prizePlaces: read({ path: ['games_stats', 'prize_places'], stats }),
        roles: {
          citizen: toRoleFigures({ role: 'citizen', stats }),
          don: toRoleFigures({ role: 'don', stats }),
          mafia: toRoleFigures({ role: 'mafia', stats }),
          sheriff: toRoleFigures({ role: 'sheriff', stats }),
        },
        statistics: isPartial ? undefined : toStatistics(stats),
        total: withoutAbsent({
          games: read({ path: ['primary', 'total_games'], stats }),
          winPercent: read({ path: ['win_rate', 'total_wins', 'percent'], stats }),
          wins: read({ path: ['win_rate', 'total_wins', 'value'], stats }),
        }),
      })
    : {}
