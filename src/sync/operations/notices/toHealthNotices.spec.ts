import { describe, expect, it } from 'vitest'

import type { HealthChange, HealthReason } from '../../run/Health.js'

import { HEALTH_CODES } from '../../run/Health.js'
import { toHealthNotices } from './toHealthNotices.js'

const toReason = (reason: Partial<HealthReason> = {}): HealthReason => ({
  code: 'FAILING',
  level: 'WARNING',
  provider: 'test',
  resources: [],
  values: {},
  ...reason,
})

const toChange = (change: Partial<HealthChange>): HealthChange => ({
  at: '2026-01-01T00:00:00.000Z',
  began: [],
  ended: [],
  level: 'WARNING',
  levelBefore: 'HEALTHY',
  worsened: [],
  ...change,
})

const tell = (change: Partial<HealthChange>) =>
  toHealthNotices({ change: toChange(change), providers: new Map() })

describe('a change of health', () => {
  it.each(HEALTH_CODES)(
    'should tell in one notice that it began, and that it ended: %s',
    (code) => {
      const reason = toReason({ code })
      const [began, ...others] = tell({ began: [reason] })
      const [ended] = tell({ ended: [reason] })

      expect(others).toEqual([])
      expect(began).toMatchObject({ reasons: { began: [reason], ended: [] }, severity: 'warning' })
      expect(ended).toMatchObject({
        name: 'health:changed',
        reasons: { began: [], ended: [reason] },
        severity: 'info',
      })
      // The same each time, so that it is told once.
      expect(tell({ began: [reason] })[0]!.cause).toBe(began!.cause)
      expect(ended!.cause).not.toBe(began!.cause)
    },
  )

  it('should be told by the names that are for it', () => {
    const codes = ['NO_CLOCK', 'QUOTA_LOW', 'STALE', 'NO_WORKER'] as const

    expect(
      tell({ began: codes.map((code) => toReason({ code })) }).map(({ name }) => name),
    ).toEqual(['scheduler:stopped', 'quota:low', 'data:stale', 'health:changed'])
  })

  it('should be told when it becomes critical, and of each provider apart', () => {
    const told = tell({
      began: [toReason(), toReason({ provider: 'other' })],
      worsened: [toReason({ code: 'NO_WORKER', level: 'CRITICAL', provider: null })],
    })

    expect(told.map(({ provider, severity }) => [provider, severity])).toEqual([
      ['test', 'warning'],
      ['other', 'warning'],
      [null, 'critical'],
    ])
    expect(new Set(told.map(({ cause }) => cause)).size).toBe(3)
  })
})
