import type { MatchEvent } from '../../../content/soccer/index.js'

/** Types of an event by id, seen in recordings. What is not in here (VAR, for one) is `other`. */
export const EVENT_TYPES: Readonly<Record<number, MatchEvent['type']>> = {
  14: 'goal',
  15: 'ownGoal',
  16: 'penalty',
  17: 'missedPenalty',
  18: 'substitution',
  19: 'yellowCard',
  20: 'redCard',
  21: 'secondYellowCard',
  22: 'shootoutMiss',
  23: 'shootoutGoal',
}
