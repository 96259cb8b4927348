import { describe, expect, it } from 'vitest'

import {
  AWAY,
  createFixtureRow,
  HOME,
} from '../../../../test/fixtures/api-football/createFixtureRow.js'
import { fixtureSchema } from './fixtureSchema.js'
import { toEvents } from './toEvents.js'

const createEvent = (changes: Record<string, unknown> = {}) => ({
  type: 'Goal',
  assist: { id: null, name: null },
  comments: null,
  detail: 'Normal Goal',
  player: { id: 1, name: 'A. Quay' },
  team: HOME,
  time: { elapsed: 10, extra: null },
  ...changes,
})

const map = (events?: unknown[]) => toEvents(fixtureSchema.parse(createFixtureRow({ events })))

describe('toEvents', () => {
  it.each([
    ['Goal', 'Normal Goal', null, 'goal'],
    ['Goal', 'Own Goal', null, 'ownGoal'],
    ['Goal', 'Penalty', null, 'penalty'],
    ['Goal', 'Missed Penalty', null, 'missedPenalty'],
    ['Goal', 'Penalty', 'Penalty Shootout', 'shootoutGoal'],
    ['Goal', 'Missed Penalty', 'Penalty Shootout', 'shootoutMiss'],
    ['Card', 'Yellow Card', 'Foul', 'yellowCard'],
    ['Card', 'Second Yellow card', null, 'secondYellowCard'],
    ['Card', 'Red Card', null, 'redCard'],
    ['subst', 'Substitution 3', null, 'substitution'],
    ['Var', 'Goal cancelled', null, 'var'],
    [null, null, null, 'other'],
  ])('should map %s, %s, %s to %s', (type, detail, comments, expected) => {
    expect(map([createEvent({ type, comments, detail })])).toMatchObject([{ type: expected }])
  })

  it('should tell all twelve decisions of the video referee, and keep the words', () => {
    const decisions = {
      'Card reviewed': 'cardReviewed',
      'Card upgrade': 'cardUpgraded',
      'Goal cancelled': 'goalDisallowed',
      'Goal confirmed': 'goalConfirmed',
      'Goal Disallowed': 'goalDisallowed',
      'Goal Disallowed - Foul': 'goalDisallowed',
      'Goal Disallowed - handball': 'goalDisallowed',
      'Goal Disallowed - offside': 'goalDisallowed',
      'Penalty awarded': 'penaltyAwarded',
      'Penalty cancelled': 'penaltyCancelled',
      'Penalty confirmed': 'penaltyConfirmed',
      'Red card cancelled': 'redCardCancelled',
    }
    const events = Object.keys(decisions).map((detail) => createEvent({ type: 'Var', detail }))

    expect(map(events)).toMatchObject(
      Object.entries(decisions).map(([detail, varDecision]) => ({
        type: 'var',
        detail,
        varDecision,
      })),
    )
  })

  it.each([
    ['Goal Disallowed - a new reason', 'goalDisallowed'],
    ['PENALTY CONFIRMED', 'penaltyConfirmed'],
    ['Something new', 'other'],
    [null, 'other'],
  ])('should take the decision %s for %s', (detail, varDecision) => {
    expect(map([createEvent({ type: 'Var', detail })])).toMatchObject([{ varDecision }])
  })

  it('should tell side, minute, added time and both players', () => {
    const event = createEvent({
      type: 'subst',
      assist: { id: 2, name: 'C. Off' },
      detail: 'Substitution 1',
      player: { id: 3, name: 'O. On' },
      team: AWAY,
      time: { elapsed: 90, extra: 2 },
    })

    expect(map([event])).toEqual([
      {
        type: 'substitution',
        extraMinute: 2,
        minute: 90,
        player: 'O. On',
        relatedPlayer: 'C. Off',
        team: 'away',
      },
    ])
  })

  it('should order by time and keep the order of what happened at once', () => {
    const at = (name: string, elapsed: number, extra: null | number = null) =>
      createEvent({ player: { id: 1, name }, time: { elapsed, extra } })
    const events = map([at('c', 45, 2), at('d', 46), at('a', 45), at('b', 45, 2), at('z', 2)])

    expect(events?.map(({ player }) => player)).toEqual(['z', 'a', 'c', 'b', 'd'])
  })

  it('should tell no events from an empty list of them', () => {
    expect(map()).toBeUndefined()
    expect(map([])).toEqual([])
  })
})
