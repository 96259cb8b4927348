import type { Row } from '../../../../json.js'
import type { EventKind, Match, MatchEvent } from '../../../../world/types.js'
import type { Context } from '../../types.js'

import { partId } from '../../../../world/createIds.js'
import { createRandom } from '../../../../world/createRandom.js'
import { matchAt } from '../../../../world/match/matchAt.js'
import { EVENT_TYPE_IDS } from '../typeRows.js'
import { periodId } from './periodId.js'

/** What has happened so far, not in the order in which it happened: sort by minute yourself. */
export const eventsOf = ({ context, match }: { context: Context; match: Match }): Row[] => {
  const { now, world } = context
  const { events } = matchAt({ match, now, squadOf: world.squadOf })
  const counts = new Map<string, number>()

  const rows = events.map((event): Row => {
    const { addition } = WORDS[event.kind]
    const sortOrder = (counts.get(addition) ?? 0) + 1
    counts.set(addition, sortOrder)
    return toEvent({ context, event, match, sortOrder })
  })
  return createRandom(match.id + 3).shuffle(rows)
}

const toEvent = ({
  context,
  event,
  match,
  sortOrder,
}: {
  context: Context
  event: MatchEvent
  match: Match
  sortOrder: number
}): Row => {
  const { addition, info } = WORDS[event.kind]
  const period = periodId({ matchId: match.id, phase: event.phase })

  return {
    id: partId({ key: `${match.id}|${event.index}`, part: 'event' }),
    addition: `${ordinal(sortOrder)} ${addition}`,
    coach_id: null,
    detailed_period_id: period,
    extra_minute: event.addedMinute,
    fixture_id: match.id,
    info,
    injured: null,
    minute: event.minute,
    on_bench: false,
    participant_id: event.side === 'home' ? match.homeTeamId : match.awayTeamId,
    period_id: period,
    player_id: event.playerId,
    player_name: playerName({ id: event.playerId, context }),
    related_player_id: event.relatedPlayerId,
    related_player_name: playerName({ id: event.relatedPlayerId, context }),
    result: event.score && `${event.score.home}-${event.score.away}`,
    section: 'event',
    sort_order: sortOrder,
    sub_type_id: null,
    type_id: EVENT_TYPE_IDS[event.kind],
  }
}

const playerName = ({ id, context }: { context: Context; id: null | number }): null | string => {
  const name = context.find({ id, entity: 'player' })?.name
  return typeof name === 'string' ? name : null
}

const WORDS: Readonly<Record<EventKind, { addition: string; info: null | string }>> = {
  goal: { addition: 'Goal', info: 'Shot' },
  'missed-penalty': { addition: 'Missed Penalty', info: null },
  'own-goal': { addition: 'Goal', info: null },
  'penalty-goal': { addition: 'Penalty', info: null },
  'red-card': { addition: 'Redcard', info: 'Foul' },
  'second-yellow-card': { addition: 'Yellow/Red card', info: 'Foul' },
  'shootout-goal': { addition: 'Penalty Shootout Goal', info: null },
  'shootout-miss': { addition: 'Penalty Shootout Miss', info: null },
  substitution: { addition: 'Substitution', info: null },
  'yellow-card': { addition: 'Yellowcard', info: 'Foul' },
}

const ordinal = (number: number): string => {
  const suffix = number % 100 >= 11 && number % 100 <= 13 ? 'th' : SUFFIXES[number % 10]
  return `${number}${suffix ?? 'th'}`
}

const SUFFIXES: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' }
