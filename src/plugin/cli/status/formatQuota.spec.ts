import { describe, expect, it } from 'vitest'

import { toEnglishNames } from '../../../sdk/names/toEnglishNames.js'
import { formatBreaker } from './formatBreaker.js'
import { formatQuota } from './formatQuota.js'

const RESETS_AT = '2026-05-01T17:40:00.000Z'
const USED_UP_AT = '2026-05-01T17:20:00.000Z'

const ABOUT = { names: toEnglishNames(new Map()), provider: 'library' }

describe('formatQuota', () => {
  it('should say all that is known', () => {
    const quota = { name: 'day', limit: 7500, remaining: 1200, resetsAt: RESETS_AT }

    expect(formatQuota({ ...ABOUT, quota: { ...quota, usedUpAt: USED_UP_AT } })).toBe(
      `quota day: 1,200 of 7,500 left, resets ${RESETS_AT}, at this pace used up at ${USED_UP_AT}`,
    )
  })

  it('should leave out what is not', () => {
    const quota = { name: 'Fixture', limit: null, remaining: 7, resetsAt: null, usedUpAt: null }

    expect(formatQuota({ ...ABOUT, quota })).toBe('quota Fixture: 7 left')
  })
})

describe('formatBreaker', () => {
  it('should say until when a provider is not asked, and why', () => {
    const breaker = { reason: 'It is down.', state: 'open', until: RESETS_AT } as const

    expect(formatBreaker(breaker)).toEqual([
      `does not answer, not asked until ${RESETS_AT}: It is down.`,
    ])
    expect(formatBreaker({ ...breaker, state: 'half-open', until: null })).toEqual([
      'does not answer, asked once, to see whether it is back: It is down.',
    ])
  })

  it('should say nothing of a provider that is asked', () => {
    expect(formatBreaker({ reason: 'It was slow.', state: 'closed', until: null })).toEqual([])
  })
})
