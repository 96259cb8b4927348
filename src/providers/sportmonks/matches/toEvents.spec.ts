import { describe, expect, it } from 'vitest'

import {
  AWAY_ID,
  createFixture,
  HOME_ID,
} from '../../../../test/fixtures/sportmonks/createFixture.js'
import { toEvents } from './toEvents.js'

const event = (changes: Record<string, unknown>) => ({
  id: 960001,
  extra_minute: null,
  minute: 10,
  participant_id: HOME_ID,
  player_name: 'Ada Reef',
  related_player_name: null,
  type_id: 14,
  ...changes,
})

describe('toEvents', () => {
  it('should put events in the order they happened', () => {
    const events = [
      event({ id: 5, minute: 90, sort_order: 1, type_id: 19 }),
      event({ id: 4, extra_minute: 2, minute: 45, sort_order: 1 }),
      event({ id: 3, minute: 46, sort_order: 1, type_id: 18 }),
      event({ id: 2, minute: 45, sort_order: 2, type_id: 20 }),
      event({ id: 1, minute: 45, sort_order: 1, type_id: 17 }),
    ]

    expect(
      toEvents(createFixture({ events }))?.map(({ type, extraMinute, minute }) =>
        [minute, extraMinute, type].filter(Boolean).join(' '),
      ),
    ).toEqual(['45 missedPenalty', '45 redCard', '45 2 goal', '46 substitution', '90 yellowCard'])
  })

  it('should say who and for which side, without the provider’s stray blanks', () => {
    const events = [
      event({
        minute: 67,
        participant_id: AWAY_ID,
        player_name: 'Bo Cliff\u00A0',
        related_player_name: 'Cy Dune',
      }),
    ]

    expect(toEvents(createFixture({ events }))).toEqual([
      { type: 'goal', minute: 67, player: 'Bo Cliff', relatedPlayer: 'Cy Dune', team: 'away' },
    ])
  })

  it('should keep an event of a kind nobody knows, and one that belongs to no team', () => {
    const events = [
      event({ addition: 'Drink', participant_id: null, player_name: null, type_id: 99 }),
    ]

    expect(toEvents(createFixture({ events }))).toEqual([
      { type: 'other', detail: 'Drink', minute: 10, team: null },
    ])
  })

  it.each([
    [14, 'goal'],
    [15, 'ownGoal'],
    [16, 'penalty'],
    [17, 'missedPenalty'],
    [18, 'substitution'],
    [19, 'yellowCard'],
    [20, 'redCard'],
    [21, 'secondYellowCard'],
    [22, 'shootoutMiss'],
    [23, 'shootoutGoal'],
  ])('should take type %i for %s', (type_id, type) => {
    expect(toEvents(createFixture({ events: [event({ type_id })] }))?.[0]?.type).toBe(type)
  })

  it('should mark a card that was taken back, and leave out what else was', () => {
    const events = [
      event({ rescinded: true, type_id: 20 }),
      event({ rescinded: true, type_id: 14 }),
      event({ rescinded: false, type_id: 19 }),
    ]

    expect(toEvents(createFixture({ events }))).toMatchObject([
      { type: 'redCard', isCancelled: true },
      { type: 'yellowCard' },
    ])
    expect(toEvents(createFixture({ events }))![1]).not.toHaveProperty('isCancelled')
  })

  it.each([
    ['Goal Disallowed', 'goalDisallowed'],
    ['Goal cancelled', 'goalDisallowed'],
    ['Goal confirmed', 'goalConfirmed'],
    ['Goal under review', 'underReview'],
    ['Penalty Disallowed', 'penaltyCancelled'],
    ['Penalty confirmed', 'penaltyConfirmed'],
    ['Red card cancelled', 'redCardCancelled'],
    ['Something new', 'other'],
  ])('should tell the decision %s of the video referee', (words, varDecision) => {
    const of = (given: Record<string, unknown>) =>
      toEvents(createFixture({ events: [event({ type_id: 10, ...given })] }))

    expect(of({ addition: words, info: 'Offside' })).toMatchObject([
      { type: 'var', comments: 'Offside', detail: words, varDecision },
    ])
    expect(of({ addition: null, info: words })).toMatchObject([
      { type: 'var', comments: words, varDecision },
    ])
  })

  it('should tell a decision by its kind where there are no words', () => {
    const events = [event({ sub_type_id: 9702, type_id: 1697 }), event({ type_id: 10 })]

    expect(toEvents(createFixture({ events }))).toMatchObject([
      { varDecision: 'redCardCancelled' },
      { varDecision: 'other' },
    ])
  })

  it('should mark the red card that the video referee took back', () => {
    const events = [
      event({ minute: 55, player_name: 'Anna Reef', type_id: 20 }),
      event({ addition: 'Red card cancelled', minute: 56, player_name: 'A. Reef', type_id: 10 }),
    ]

    expect(toEvents(createFixture({ events }))).toMatchObject([
      { type: 'redCard', isCancelled: true, minute: 55 },
      { type: 'var', minute: 56 },
    ])
  })

  it('should be absent where events were not included', () => {
    expect(toEvents(createFixture())).toBeUndefined()
    expect(toEvents(createFixture({ events: [] }))).toEqual([])
  })
})
