import { expect, it } from 'vitest'

import { readEvents } from './readEvents.js'

it('should say of each event when it was, who it was and what to draw', () => {
  const shown = readEvents({
    events: [
      { type: 'goal', minute: 12, player: 'Ada', relatedPlayer: 'Bea', team: 'home' },
      {
        type: 'yellowCard',
        extraMinute: 2,
        isCancelled: true,
        minute: 45,
        player: 'Cem',
        team: 'away',
      },
      { type: 'var', detail: 'Goal disallowed', minute: null, team: null },
    ],
  })

  expect(shown).toEqual([
    {
      type: 'goal',
      isCancelled: false,
      minute: '12′',
      player: 'Ada',
      relatedPlayer: 'Bea',
      sign: 'ball',
      team: 'home',
    },
    {
      type: 'yellowCard',
      isCancelled: true,
      minute: '45+2′',
      player: 'Cem',
      relatedPlayer: '',
      sign: 'yellow',
      team: 'away',
    },
    {
      type: 'var',
      isCancelled: false,
      minute: '',
      player: 'Goal disallowed',
      relatedPlayer: '',
      sign: 'dot',
      team: null,
    },
  ])
})

it.each([undefined, null, 'text', [null, 7, { type: 'unheard of' }]])(
  'should show nothing of %j, which an editor may have put there',
  (events) => {
    expect(readEvents({ events: events as never })).toEqual([])
  },
)
