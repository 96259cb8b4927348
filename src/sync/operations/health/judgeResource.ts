import type { HealthCode, HealthReason } from '../../run/Health.js'
import type { Run } from '../../run/Run.js'
import type { ProviderStatus, ResourceStatus } from '../status/SyncStatus.js'

import { NO_COUNTS, WAITING } from '../../run/Run.js'

type JudgeResourceArgs = { now: Date; provider: ProviderStatus; resource: ResourceStatus }

/** From here on it is no hiccup any more. */
const MANY_FAILURES = 3

/** Records with open issues that are worth a word: a share of what is stored, and more than a handful. */
const ISSUE_SHARE = 0.02
const FEW_ISSUES = 10

/** Invalid records that are worth a word: a share of what a run read, and more than a few. */
const INVALID_SHARE = 0.1
const FEW_INVALID = 5

/** Failures that have a name of their own; all others are just failures. */
const CODES: Readonly<Record<string, HealthCode>> = {
  ACCESS_DENIED: 'CREDENTIALS_REFUSED',
  CREDENTIALS_REFUSED: 'CREDENTIALS_REFUSED',
  PROVIDER_UNAVAILABLE: 'PROVIDER_DOWN',
  RATE_LIMITED: 'QUOTA_SPENT',
  TURNED_AWAY: 'TURNED_AWAY',
}

/** What is wrong with one resource. */
export const judgeResource = ({ now, provider, resource }: JudgeResourceArgs): HealthReason[] => {
  const { name, freshUntil, lastRun, recordsWithIssues, stored } = resource
  const about = { provider: provider.name, resources: [name] }
  const failed = findFailure(resource)
  return [
    ...(failed ? [toFailureReason({ failed, provider, resource })] : []),
    ...(freshUntil !== undefined && Date.parse(freshUntil) < now.getTime()
      ? [
          {
            ...about,
            code: 'STALE',
            level: 'WARNING',
            values: { provider: provider.label },
          } satisfies HealthReason,
        ]
      : []),
    ...judgeInvalid({ about, lastRun, provider }),
    ...(recordsWithIssues > Math.max(FEW_ISSUES, stored * ISSUE_SHARE)
      ? [
          {
            ...about,
            code: 'MANY_ISSUES',
            level: 'WARNING',
            values: { issues: recordsWithIssues, provider: provider.label },
          } satisfies HealthReason,
        ]
      : []),
  ]
}

type JudgeInvalidArgs = {
  about: Pick<HealthReason, 'provider' | 'resources'>
  provider: ProviderStatus
} & Pick<ResourceStatus, 'lastRun'>

const judgeInvalid = ({ about, lastRun, provider }: JudgeInvalidArgs): HealthReason[] => {
  const { fetched, invalid } = lastRun?.counts ?? NO_COUNTS
  return invalid >= FEW_INVALID && invalid >= fetched * INVALID_SHARE
    ? [
        {
          ...about,
          code: 'MANY_INVALID',
          level: 'WARNING',
          values: {
            invalid,
            percent: Math.round((100 * invalid) / Math.max(1, fetched)),
            provider: provider.label,
          },
        },
      ]
    : []
}

/** The run whose error is the newest word on the resource: the one at work, or else the last. */
const findFailure = ({ activeRun, lastRun, waitsFor }: ResourceStatus): null | Run => {
  if (activeRun?.error && activeRun.error.code !== WAITING) {
    return activeRun
  }
  // What it waits for is the failure.
  if (waitsFor !== null) {
    return null
  }
  return lastRun?.status === 'failed' || lastRun?.status === 'partial' ? lastRun : null
}

type ToFailureReasonArgs = { failed: Run } & Omit<JudgeResourceArgs, 'now'>

const toFailureReason = ({ failed, provider, resource }: ToFailureReasonArgs): HealthReason => {
  const { consecutiveFailures } = resource
  const named = CODES[failed.error?.code ?? '']
  const code = named ?? (failed.status === 'partial' ? 'INCOMPLETE' : 'FAILING')
  const isCritical = code === 'CREDENTIALS_REFUSED' || consecutiveFailures >= MANY_FAILURES
  return {
    code,
    level: isCritical ? 'CRITICAL' : 'WARNING',
    provider: provider.name,
    resources: [resource.name],
    values: {
      failures: Math.max(1, consecutiveFailures),
      provider: provider.label,
      reason: failed.error?.message ?? '',
    },
  }
}
