import type { Match } from '../../../../world/types.js'
import type { Context } from '../../types.js'

import { toUnixSeconds } from '../../../../moments.js'
import { hash } from '../../../../world/hash.js'
import { matchAt } from '../../../../world/match/matchAt.js'
import { isFinished, stateAt } from '../../../../world/match/stateAt.js'
import { defineEntity } from '../defineEntity.js'
import { STATE_IDS } from '../states.js'
import { toWireDateTime } from '../toWireDateTime.js'

export const fixture = defineEntity<Match>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ context, source }) =>
      `${teamName({ id: source.homeTeamId, context })} vs ${teamName({ id: source.awayTeamId, context })}`,
    aggregate_id: ({ source }) => source.tieId,
    details: () => null,
    group_id: ({ source }) => source.group && groupId(source),
    has_odds: ({ source }) => source.id % 10 !== 0,
    has_premium_odds: ({ source }) => source.id % 5 === 0,
    league_id: ({ source }) => source.leagueId,
    leg: ({ source }) => `${source.leg.number}/${source.leg.of}`,
    // Stays 90 after extra time: so it is on the wire.
    length: () => 90,
    placeholder: ({ context: { world }, source }) =>
      [source.homeTeamId, source.awayTeamId].some((id) => world.teams.get(id)?.isPlaceholder),
    result_info: resultInfo,
    round_id: ({ source }) => source.roundId,
    season_id: ({ source }) => source.seasonId,
    sport_id: () => 1,
    stage_id: ({ source }) => source.stageId,
    starting_at: ({ source }) => toWireDateTime(source.startsAt),
    starting_at_timestamp: ({ source }) => toUnixSeconds(source.startsAt),
    state_id: stateId,
    venue_id: ({ context: { world }, source }) =>
      world.teams.get(source.homeTeamId)?.venueId ?? null,
  },
  sources: ({ matches }) => matches,
})

const teamName = ({ id, context }: { context: Context; id: number }): string =>
  context.world.teams.get(id)?.name ?? ''

const groupId = ({ group, seasonId }: Match): number =>
  (hash(`group|${seasonId}|${group}`) % (2 ** 31 - 1)) + 1

/** Full time is announced before the break that leads to extra time, for about a minute. */
const FULL_TIME_FIRST_MS = 60_000

function stateId({ context: { now }, source }: { context: Context; source: Match }): number {
  const { since, state } = stateAt({ match: source, now })
  const isFullTimeFirst =
    state === 'break-before-extra-time' && since !== null && now < since + FULL_TIME_FIRST_MS

  return STATE_IDS[isFullTimeFirst ? 'finished' : state]
}

function resultInfo({ context, source }: { context: Context; source: Match }): null | string {
  const { now, world } = context
  // Asking for the state first: it costs little, and most matches in a list are not finished.
  if (!isFinished(stateAt({ match: source, now }).state)) {
    return null
  }
  const { state, winner } = matchAt({ match: source, now, squadOf: world.squadOf })
  if (winner === 'draw' || winner === null) {
    return 'Game ended in draw.'
  }
  const after: Partial<Record<typeof state, string>> = {
    'finished-after-extra-time': 'extra-time',
    'finished-after-penalties': 'penalties',
  }
  const name = teamName({ id: winner === 'home' ? source.homeTeamId : source.awayTeamId, context })
  return `${name} won after ${after[state] ?? 'full-time'}.`
}
