import { describe, expect, it } from 'vitest'

import type { Match, MatchEvent } from '../types.js'

import { createWorld } from '../createWorld.js'
import { matchAt } from './matchAt.js'
import { phasesOf } from './phasesOf.js'
import { timelineOf } from './timelineOf.js'

const world = createWorld({ set: 'demo' })
const { squadOf } = world
const matches = [...world.matches.values()]
const played = matches.filter(({ outcome, result }) => result && !outcome)

const FAR_FUTURE = Date.UTC(2100, 0, 1)

const firstWhere = (test: (match: Match) => boolean): Match => {
  const match = matches.find(test)
  if (!match) {
    throw new Error('No such match in the demo set.')
  }
  return match
}

describe('matchAt', () => {
  it('should end every match of the demo set with its real scores', () => {
    const wrong = played.filter((match) => {
      const { phaseScores, score } = matchAt({ match, now: FAR_FUTURE, squadOf })
      const { extraTime, fullTime, halfTime, penalties } = match.result ?? {}
      const final = extraTime ?? fullTime

      const isRight =
        score?.home === final?.home &&
        score?.away === final?.away &&
        (!halfTime || JSON.stringify(phaseScores['first-half']) === JSON.stringify(halfTime)) &&
        (!penalties || JSON.stringify(phaseScores.penalties) === JSON.stringify(penalties))
      return !isRight
    })
    expect(played.length).toBeGreaterThan(9000)
    expect(wrong).toEqual([])
  })

  it('should let nobody act who is not on the pitch', () => {
    const wrong: MatchEvent[] = []

    for (const match of played.slice(0, 1500)) {
      const gone = new Set<number>()
      for (const event of timelineOf({ match, squadOf })) {
        if (gone.has(event.playerId)) {
          wrong.push(event)
        }
        if (event.kind === 'red-card' || event.kind === 'second-yellow-card') {
          gone.add(event.playerId)
        }
        if (event.kind === 'substitution' && event.relatedPlayerId !== null) {
          gone.add(event.relatedPlayerId)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('should go through the halves as the clock moves', () => {
    const match = firstWhere(({ outcome, result }) => Boolean(!outcome && result?.halfTime))
    const [first, half, second] = phasesOf(match)
    const at = (now: number) => matchAt({ match, now, squadOf })

    expect(at(match.startsAt - 1)).toMatchObject({ events: [], score: null, state: 'not-started' })
    expect(at(match.startsAt)).toMatchObject({
      minute: 1,
      score: { away: 0, home: 0 },
      state: 'first-half',
      winner: null,
    })
    expect(at((first?.endsAt ?? 0) - 1)).toMatchObject({ minute: 45, state: 'first-half' })
    expect(at((first?.endsAt ?? 0) - 1).addedMinute).toBeGreaterThan(0)
    expect(at(half?.startsAt ?? 0)).toMatchObject({
      score: match.result?.halfTime,
      state: 'half-time',
    })
    expect(at(second?.startsAt ?? 0)).toMatchObject({ minute: 46, state: 'second-half' })
    expect(at(second?.endsAt ?? 0)).toMatchObject({ minute: null, state: 'finished' })
  })

  it('should never take back an event or a goal', () => {
    const match = firstWhere(({ result }) => (result?.fullTime.home ?? 0) > 3)
    let before = 0
    for (let minute = 0; minute < 130; minute += 1) {
      const { events } = matchAt({ match, now: match.startsAt + minute * 60_000, squadOf })
      expect(events.length).toBeGreaterThanOrEqual(before)
      before = events.length
    }
  })

  it('should play extra time and a shoot-out where the source has them', () => {
    const match = firstWhere(({ result }) => Boolean(result?.extraTime && result.penalties))
    const states = phasesOf(match).map(({ state }) => state)

    expect(states).toEqual([
      'first-half',
      'half-time',
      'second-half',
      'break-before-extra-time',
      'extra-time-first-half',
      'extra-time-break',
      'extra-time-second-half',
      'break-before-penalties',
      'penalties',
    ])
    expect(matchAt({ match, now: FAR_FUTURE, squadOf }).state).toBe('finished-after-penalties')
  })

  it('should leave a match without a result not started for ever', () => {
    const match = firstWhere(({ outcome, result }) => !result && !outcome)
    expect(matchAt({ match, now: FAR_FUTURE, squadOf })).toMatchObject({
      events: [],
      score: null,
      state: 'not-started',
    })
  })
})
