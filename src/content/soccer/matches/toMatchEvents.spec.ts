import { describe, expect, it } from 'vitest'

import { toMatchEvents } from './toMatchEvents.js'

type EventFacts = Parameters<typeof toMatchEvents>[0][number]

const event = (minute: null | number, rest: Partial<EventFacts> = {}): EventFacts => ({
  type: 'goal',
  extraMinute: undefined,
  minute,
  player: undefined,
  relatedPlayer: undefined,
  team: 'home',
  ...rest,
})

describe('toMatchEvents', () => {
  it('should put events in the order they happened, and those without a time last', () => {
    const events = [
      event(null),
      event(90, { extraMinute: 3 }),
      event(45, { extraMinute: 1 }),
      event(46),
      event(45),
      event(90, { extraMinute: 1 }),
    ]

    expect(toMatchEvents(events).map(({ extraMinute, minute }) => [minute, extraMinute])).toEqual([
      [45, undefined],
      [45, 1],
      [46, undefined],
      [90, 1],
      [90, 3],
      [null, undefined],
    ])
  })

  it('should keep the given order within a minute', () => {
    const events = [event(12, { player: 'B' }), event(12, { player: 'A' }), event(12)]

    expect(toMatchEvents(events).map(({ player }) => player)).toEqual(['B', 'A', undefined])
  })

  it('should take blanks off names, and leave out what is not told', () => {
    const [told, untold] = toMatchEvents([
      event(1, { player: ' Ana Lisboa ', relatedPlayer: 'Rui\n' }),
      event(2, { extraMinute: null, player: ' ', relatedPlayer: null, team: null }),
    ])

    expect(told).toMatchObject({ player: 'Ana Lisboa', relatedPlayer: 'Rui' })
    expect(untold).toEqual({ type: 'goal', minute: 2, team: null })
  })
})
