import type { TotalsOfSide } from '../../../../content/college/index.js'
import type { XmlElement } from '../../../../sdk/index.js'

import { toOuts } from '../../../../content/college/index.js'
import { withoutAbsent } from '../../../../sdk/index.js'
import { childOf } from '../xml.js'
import { BATTING_TABLES, FIELDING_TABLES, PITCHING_TABLES } from './baseball.js'
import { BASKETBALL_TABLES, SOCCER_TABLES } from './others.js'
import { readStats } from './StatTable.js'

type ReadSportStatsArgs = {
  /** A player, or the totals of a team. */
  element: XmlElement
  /** Name of the box score's root. */
  root: string
}

/** The numbers of a player or team, in the groups of its sport. None for a sport nobody mapped. */
export const readSportStats = ({ element, root }: ReadSportStatsArgs): TotalsOfSide => {
  switch (root) {
    case 'bbgame':
      return withoutAbsent({ basketball: readStats(element, BASKETBALL_TABLES) })
    case 'bsgame':
      return withoutAbsent({
        batting: readStats(element, BATTING_TABLES),
        fielding: readStats(element, FIELDING_TABLES),
        pitching: readPitching(element),
      })
    case 'sogame':
      return withoutAbsent({ soccer: readStats(element, SOCCER_TABLES) })
    default:
      return {}
  }
}

/** Innings are thirds behind the point: `5.2` are 17 outs. */
const readPitching = (element: XmlElement): TotalsOfSide['pitching'] => {
  const stats = readStats(element, PITCHING_TABLES)
  const innings = childOf(element, 'pitching')?.attributes.ip
  const outs = innings === undefined ? null : toOuts(innings)
  return (
    stats && {
      ...stats,
      ...(innings !== undefined && outs !== null && { inningsPitched: innings.trim(), outs }),
    }
  )
}
