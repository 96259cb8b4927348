import type { Match, MatchState, PlayedPhase } from '../types.js'

import { createRandom } from '../createRandom.js'

export type Phase = {
  /** Match minute at which the phase starts to count: 0, 45, 90, 105 or 120. */
  countsFrom: number
  endsAt: number
  /** Minutes without added time. A break and a shoot-out have 0. */
  length: number
  startsAt: number
  state: MatchState
}

/**
 * The phases a match goes through, in order and without gaps, from kick-off to the final whistle.
 * Empty for a match that is never played: no result in the source, or decided by officials.
 * Which phases there are is real (they follow from the result); how long they last is made up.
 */
export const phasesOf = (match: Match): Phase[] => {
  const { outcome, result } = match
  if (!result || outcome) {
    return []
  }
  const random = createRandom(match.id)
  const addedMinutes = (max: number): number => random.int({ max, min: 1 })

  const plan: PlannedPhase[] = [
    { countsFrom: 0, length: 45, minutes: 45 + addedMinutes(4), state: 'first-half' },
    { countsFrom: 45, length: 0, minutes: 15, state: 'half-time' },
    { countsFrom: 45, length: 45, minutes: 45 + addedMinutes(7), state: 'second-half' },
  ]
  if (result.extraTime) {
    plan.push(
      { countsFrom: 90, length: 0, minutes: 5, state: 'break-before-extra-time' },
      { countsFrom: 90, length: 15, minutes: 15 + addedMinutes(2), state: 'extra-time-first-half' },
      { countsFrom: 105, length: 0, minutes: 2, state: 'extra-time-break' },
      {
        countsFrom: 105,
        length: 15,
        minutes: 15 + addedMinutes(3),
        state: 'extra-time-second-half',
      },
    )
  }
  if (result.penalties) {
    const countsFrom = result.extraTime ? 120 : 90
    const kicks = result.penalties.home + result.penalties.away
    plan.push(
      { countsFrom, length: 0, minutes: 4, state: 'break-before-penalties' },
      { countsFrom, length: 0, minutes: Math.max(10, kicks + 6), state: 'penalties' },
    )
  }

  let startsAt = match.startsAt
  return plan.map(({ minutes, ...phase }) => {
    const endsAt = startsAt + minutes * 60_000
    const timed = { ...phase, endsAt, startsAt }
    startsAt = endsAt
    return timed
  })
}

export const isPlayed = (state: MatchState): state is PlayedPhase =>
  (PLAYED as readonly MatchState[]).includes(state)

const PLAYED: readonly PlayedPhase[] = [
  'first-half',
  'second-half',
  'extra-time-first-half',
  'extra-time-second-half',
  'penalties',
]

type PlannedPhase = { minutes: number } & Omit<Phase, 'endsAt' | 'startsAt'>
