import type { MatchEvent } from '../../../content/soccer/index.js'

/**
 * Types of an event by type and detail, in lower case. API-Football docs, events page, and
 * recordings; shoot-outs are told by their comment. What is not in here (VAR) is `other`.
 */
export const EVENT_TYPES: Readonly<Record<string, MatchEvent['type']>> = {
  'card/red card': 'redCard',
  'card/second yellow card': 'secondYellowCard',
  'card/yellow card': 'yellowCard',
  'goal/missed penalty': 'missedPenalty',
  'goal/missed penalty/shootout': 'shootoutMiss',
  'goal/normal goal': 'goal',
  'goal/own goal': 'ownGoal',
  'goal/penalty': 'penalty',
  'goal/penalty/shootout': 'shootoutGoal',
  subst: 'substitution',
}
