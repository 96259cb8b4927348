import { afterEach, describe, expect, it, vi } from 'vitest'

import { gomafia } from './index.js'

describe('gomafia', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('should let people trigger five syncs an hour', () => {
    expect(gomafia().triggersPerHour).toBe(5)
  })

  it.each([
    [{}, 'payload-plugin-sync'],
    [{ contact: '' }, 'payload-plugin-sync'],
    [{ contact: 'sync@example.org' }, 'payload-plugin-sync (sync@example.org)'],
    [{ contact: ' https://example.org/bot ' }, 'payload-plugin-sync (https://example.org/bot)'],
  ])('should say who asks, with %j', (options, expected) => {
    expect(gomafia(options).http?.headers).toEqual({ 'User-Agent': expected })
  })

  it.each(['a (b)', 'two\nlines', 'почта@example.org'])(
    'should refuse the contact %j, which no header can hold',
    (contact) => {
      expect(() => gomafia({ contact })).toThrow('an address or a page in one line')
    },
  )
})
