import type { MatchEvent } from '../../documents/index.js'
import type { WholeMatch } from '../readSides.js'

/** What a time line draws of an event. */
export type Sign = 'ball' | 'change' | 'cross' | 'dot' | 'red' | 'yellow' | 'yellowRed'

const SIGNS: Readonly<Record<MatchEvent['type'], Sign>> = {
  goal: 'ball',
  missedPenalty: 'cross',
  other: 'dot',
  ownGoal: 'ball',
  penalty: 'ball',
  redCard: 'red',
  secondYellowCard: 'yellowRed',
  shootoutGoal: 'ball',
  shootoutMiss: 'cross',
  substitution: 'change',
  var: 'dot',
  yellowCard: 'yellow',
}

/** One line of a time line. */
export type ShownEvent = {
  isCancelled: boolean
  /** `45+2′`; empty where nobody knows. */
  minute: string
  player: string
  relatedPlayer: string
  sign: Sign
  team: MatchEvent['team']
  type: MatchEvent['type']
}

/** The events of a match for a time line, in their order. What is no event is left out. */
export const readEvents = ({ events }: Pick<WholeMatch, 'events'>): ShownEvent[] =>
  (Array.isArray(events) ? events : [])
    .filter((event) => event !== null && typeof event === 'object' && event.type in SIGNS)
    .map(({ type, detail, extraMinute, isCancelled, minute, player, relatedPlayer, team }) => ({
      type,
      isCancelled: isCancelled === true,
      minute: typeof minute === 'number' ? `${minute}${extraMinute ? `+${extraMinute}` : ''}′` : '',
      player: player ?? detail ?? '',
      relatedPlayer: relatedPlayer ?? '',
      sign: SIGNS[type],
      team: team ?? null,
    }))
