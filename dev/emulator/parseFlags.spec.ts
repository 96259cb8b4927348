import { describe, expect, it } from 'vitest'

import { parseFlags } from './parseFlags.js'

describe('parseFlags', () => {
  it('should listen on 4010 with the demo set and the real time unless told otherwise', () => {
    expect(parseFlags([])).toEqual({ isHelp: false, now: null, port: 4010, set: 'demo' })
    expect(parseFlags(['--all', '--port', '0', '--now', '2025-05-25T16:30:00Z'])).toEqual({
      isHelp: false,
      now: new Date('2025-05-25T16:30:00Z'),
      port: 0,
      set: 'all',
    })
  })

  it.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--now', 'soon']],
    [['--fast']],
    [['extra']],
  ])('should refuse %j', (args) => {
    expect(() => parseFlags(args)).toThrow()
  })
})
