import { expect, it } from 'vitest'

import type { QuotaStatus } from '../../../../sync/operations/status/SyncStatus.js'

import { sortQuotas } from './sortQuotas.js'

const toQuota = (name: string, changes: Partial<QuotaStatus>): QuotaStatus =>
  ({ name, limit: 100, remaining: 100, resetsAt: null, usedUpAt: null, ...changes }) as QuotaStatus

it('should begin with the quota that will be used up first', () => {
  const quotas = [
    toQuota('unknown', { limit: null, remaining: 5 }),
    toQuota('half', { remaining: 50 }),
    toQuota('empty', { limit: null, remaining: 0 }),
    toQuota('short', { remaining: 90, usedUpAt: '2025-04-01T12:00:00.000Z' }),
  ]

  expect(sortQuotas(quotas).map(({ name }) => name)).toEqual(['short', 'empty', 'half', 'unknown'])
})
