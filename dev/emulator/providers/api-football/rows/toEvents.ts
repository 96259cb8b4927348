import type { Row } from '../../../json.js'
import type { EventKind, Match, MatchEvent } from '../../../world/types.js'
import type { Context } from '../createContext.js'

import { toTeamName } from './toTeamRow.js'
import { shortName } from './words/shortName.js'

/**
 * What has happened so far. An own goal is noted for the team that gains by it; of a substitution
 * `player` comes on and `assist` goes off.
 */
export const toEvents = ({
  context,
  events,
  match,
}: {
  context: Context
  events: MatchEvent[]
  match: Match
}): Row[] => {
  const substitutions = { away: 0, home: 0 }

  return events.map((event) => {
    const { type, comments = null, detail } = WORDS[event.kind]
    if (event.kind === 'substitution') {
      substitutions[event.side] += 1
    }
    return {
      type,
      assist: toPlayerName({ id: event.relatedPlayerId, context }),
      comments,
      detail: event.kind === 'substitution' ? `${detail} ${substitutions[event.side]}` : detail,
      player: toPlayerName({ id: event.playerId, context }),
      team: toTeamName({
        id: event.side === 'home' ? match.homeTeamId : match.awayTeamId,
        context,
      }),
      time: { elapsed: event.minute, extra: event.addedMinute },
    }
  })
}

const toPlayerName = ({ id, context: { world } }: { context: Context; id: null | number }): Row => {
  const player = id === null ? undefined : world.players.get(id)
  return { id, name: player ? shortName(player) : null }
}

type Words = { comments?: string; detail: string; type: string }

const WORDS: Readonly<Record<EventKind, Words>> = {
  goal: { type: 'Goal', detail: 'Normal Goal' },
  'missed-penalty': { type: 'Goal', detail: 'Missed Penalty' },
  'own-goal': { type: 'Goal', detail: 'Own Goal' },
  'penalty-goal': { type: 'Goal', detail: 'Penalty' },
  'red-card': { type: 'Card', detail: 'Red Card' },
  'second-yellow-card': { type: 'Card', detail: 'Second Yellow card' },
  'shootout-goal': { type: 'Goal', comments: 'Penalty Shootout', detail: 'Penalty' },
  'shootout-miss': { type: 'Goal', comments: 'Penalty Shootout', detail: 'Missed Penalty' },
  substitution: { type: 'subst', detail: 'Substitution' },
  'yellow-card': { type: 'Card', detail: 'Yellow Card' },
}
