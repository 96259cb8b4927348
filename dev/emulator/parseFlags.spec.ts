import { describe, expect, it } from 'vitest'

import { parseFlags } from './parseFlags.js'

describe('parseFlags', () => {
  it('should listen on 4010 with the demo set and the real time unless told otherwise', () => {
    expect(parseFlags([])).toEqual({
      isHelp: false,
      now: null,
      plan: 'pro',
      port: 4010,
      requestsPerDay: null,
      requestsPerMinute: null,
      set: 'demo',
    })
    expect(parseFlags(['--all', '--port', '0', '--now', '2025-05-25T16:30:00Z'])).toMatchObject({
      now: new Date('2025-05-25T16:30:00Z'),
      port: 0,
      set: 'all',
    })
  })

  it('should take the plan and the limits of API-Football', () => {
    const flags = ['--plan', 'free', '--per-day', '50', '--per-minute', '5']

    expect(parseFlags(flags)).toMatchObject({
      plan: 'free',
      requestsPerDay: 50,
      requestsPerMinute: 5,
    })
  })

  it.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--now', 'soon']],
    [['--plan', 'ultra']],
    [['--per-day', 'many']],
    [['--per-minute', '-1']],
    [['--fast']],
    [['extra']],
  ])('should refuse %j', (args) => {
    expect(() => parseFlags(args)).toThrow()
  })
})
