import { describe, expect, it } from 'vitest'

import { forecastQuota } from './forecastQuota.js'

const at = (time: string): Date => new Date(`2026-05-01T${time}:00Z`)

/** Twenty of a hundred in ten minutes: the other eighty last for forty more. */
const PACE = { available: 80, now: at('17:00'), paceFrom: 100, paceSince: at('16:50') }

describe('forecastQuota', () => {
  it('should say when it is used up at the present pace', () => {
    expect(forecastQuota({ ...PACE, resetsAt: at('18:00') })).toEqual(at('17:40'))
    expect(forecastQuota({ ...PACE, resetsAt: null })).toEqual(at('17:40'))
  })

  it.each([
    ['lasts until it is full again', { resetsAt: at('17:40') }],
    ['is used up already', { available: 0 }],
    ['was not used since', { paceFrom: 80 }],
    ['was hardly used since', { available: 91 }],
    ['began only now', { paceSince: at('17:00') }],
    ['is not known to have begun', { paceFrom: null, paceSince: null }],
  ])('should say nothing of a budget that %s', (_name, change) => {
    expect(forecastQuota({ ...PACE, resetsAt: null, ...change })).toBeNull()
  })
})
