import type { Row } from '../../../../json.js'
import type { Match } from '../../../../world/types.js'
import type { Context } from '../../types.js'

import { toUnixSeconds } from '../../../../moments.js'
import { isPlayed, phasesOf } from '../../../../world/match/phasesOf.js'
import { PERIOD_TYPE_IDS, typeRows } from '../typeRows.js'
import { periodId } from './periodId.js'

/** The parts of a match that have begun, in order. The one being played has `ticking: true`. */
export const periodsOf = ({ context: { now }, match }: { context: Context; match: Match }): Row[] =>
  phasesOf(match)
    .filter(({ startsAt }) => startsAt <= now)
    .flatMap(({ countsFrom, endsAt, length, startsAt, state }) =>
      isPlayed(state) ? [{ countsFrom, endsAt, length, startsAt, state }] : [],
    )
    .map(({ countsFrom, endsAt, length, startsAt, state }, index) => {
      const isTicking = now < endsAt
      const played = Math.floor((Math.min(now, endsAt) - startsAt) / 1000)
      const typeId = PERIOD_TYPE_IDS[state]

      return {
        id: periodId({ matchId: match.id, phase: state }),
        counts_from: countsFrom,
        description: typeRows.get(typeId)?.code ?? null,
        ended: isTicking ? null : toUnixSeconds(endsAt),
        fixture_id: match.id,
        has_timer: false,
        minutes: countsFrom + Math.floor(played / 60),
        period_length: length,
        seconds: played % 60,
        sort_order: index + 1,
        started: toUnixSeconds(startsAt),
        ticking: isTicking,
        time_added:
          isTicking || length === 0 ? null : Math.round((endsAt - startsAt) / 60_000) - length,
        type_id: typeId,
      }
    })
