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
    const events = [event({ participant_id: null, player_name: null, type_id: 1697 })]

    expect(toEvents(createFixture({ events }))).toEqual([{ type: 'other', minute: 10, team: null }])
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

  it('should leave out a card that was taken back', () => {
    const events = [event({ rescinded: true, type_id: 20 }), event({ rescinded: false })]

    expect(toEvents(createFixture({ events }))).toHaveLength(1)
  })

  it('should be absent where events were not included', () => {
    expect(toEvents(createFixture())).toBeUndefined()
    expect(toEvents(createFixture({ events: [] }))).toEqual([])
  })
})
