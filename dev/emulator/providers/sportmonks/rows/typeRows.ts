import type { Row } from '../../../json.js'
import type { EventKind, PlayedPhase, Position } from '../../../world/types.js'

/** The types the emulator uses, of the more than a thousand the provider has. */
export const typeRows: ReadonlyMap<number, Row> = new Map(
  (
    [
      [1, '1st Half', '1st-half', '1ST_HALF', 'period'],
      [2, '2nd Half', '2nd-half', '2ND_HALF', 'period'],
      [3, 'Extra Time', 'extra-time', 'ET', 'period'],
      [5, 'Penalties', 'penalties', 'PENALTY_SHOOTOUT', 'period'],
      [14, 'Goal', 'goal', 'GOAL', 'event'],
      [15, 'Own Goal', 'owngoal', 'OWNGOAL', 'event'],
      [16, 'Penalty', 'penalty', 'PENALTY', 'event'],
      [17, 'Missed Penalty', 'missed_penalty', 'MISSED_PENALTY', 'event'],
      [18, 'Substitution', 'substitution', 'SUBSTITUTION', 'event'],
      [19, 'Yellowcard', 'yellowcard', 'YELLOWCARD', 'event'],
      [20, 'Redcard', 'redcard', 'REDCARD', 'event'],
      [21, 'Yellow/Red card', 'yellowredcard', 'YELLOWREDCARD', 'event'],
      [22, 'Penalty Shootout Miss', 'pen_shootout_miss', 'PENALTY_SHOOTOUT_MISS', 'event'],
      [23, 'Penalty Shootout Goal', 'pen_shootout_goal', 'PENALTY_SHOOTOUT_GOAL', 'event'],
      [24, 'Goalkeeper', 'goalkeeper', 'GOALKEEPER', 'position'],
      [25, 'Defender', 'defender', 'DEFENDER', 'position'],
      [26, 'Midfielder', 'midfielder', 'MIDFIELDER', 'position'],
      [27, 'Attacker', 'attacker', 'ATTACKER', 'position'],
      [39, 'Extra Time - 2nd Half', 'extra-time-2nd-half', 'ET_2ND_HALF', 'period'],
      [223, 'Group Stage', 'group-stage', 'GROUP_STAGE', 'stage_type'],
      [224, 'Knock Out', 'knock-out', 'KNOCK_OUT', 'stage_type'],
      [1525, 'Current', 'current', 'CURRENT', 'period'],
      [5314, 'Extra Time - 1st Half', 'extra-time-1st-half', 'ET_1ST_HALF', 'period'],
      [48996, '2nd Half Only', '2nd-half-only', '2ND_HALF_ONLY', 'period'],
    ] as const
  ).map(([id, name, code, developerName, modelType]) => [
    id,
    { id, name, code, developer_name: developerName, model_type: modelType, stat_group: null },
  ]),
)

export const EVENT_TYPE_IDS: Readonly<Record<EventKind, number>> = {
  goal: 14,
  'missed-penalty': 17,
  'own-goal': 15,
  'penalty-goal': 16,
  'red-card': 20,
  'second-yellow-card': 21,
  'shootout-goal': 23,
  'shootout-miss': 22,
  substitution: 18,
  'yellow-card': 19,
}

/** Extra time by its halves is our guess: no recording shows its periods. */
export const PERIOD_TYPE_IDS: Readonly<Record<PlayedPhase, number>> = {
  'extra-time-first-half': 5314,
  'extra-time-second-half': 39,
  'first-half': 1,
  penalties: 5,
  'second-half': 2,
}

export const POSITION_TYPE_IDS: Readonly<Record<Position, number>> = {
  attacker: 27,
  defender: 25,
  goalkeeper: 24,
  midfielder: 26,
}

export const STAGE_TYPE_IDS = { knockout: 224, rounds: 223 } as const
