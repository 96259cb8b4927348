import type { Health, HealthReason } from '../../run/Health.js'
import type { StoppedConnection } from '../../store/auth/findStopped.js'
import type { EndingConsent } from '../../store/connections/findEndingConsents.js'
import type { ProviderStatus, QuotaStatus } from '../status/SyncStatus.js'
import type { MachineryFacts } from './findMachineryFacts.js'

import { toLevel } from '../../run/Health.js'
import { judgeMachinery } from './judgeMachinery.js'
import { judgeResource } from './judgeResource.js'

type JudgeHealthArgs = {
  /** @default false */
  cacheFailed?: boolean
  /** Connections whose consent ends soon. @default none */
  ending?: readonly EndingConsent[]
  now: Date
  /** Schedules that are due for so long that no process can be ticking. */
  overdue: number
  providers: readonly ProviderStatus[]
  /** Connections with which nothing is asked, as people read them. @default none */
  stopped?: readonly ({ label: string } & StoppedConnection)[]
} & Omit<MachineryFacts, 'cacheFailed'>

/** Below this share of a budget the next hours are in doubt. */
const LOW_QUOTA_SHARE = 0.1

/** What is used up and full again within minutes is nothing to speak of. */
const LONG_WINDOW_MS = 10 * 60_000

/** What is wrong and for whom, from what is known anyway. Asks nobody. */
export const judgeHealth = ({
  cacheFailed = false,
  ending = [],
  now,
  providers,
  stopped = [],
  ...machinery
}: JudgeHealthArgs): Health => {
  const reasons = [
    ...judgeMachinery({ ...machinery, cacheFailed }),
    ...providers.flatMap((provider) => [
      ...judgeProvider({ now, provider }),
      ...judgeConnections({ provider, stopped }),
      ...judgeConsents({ ending, now, provider }),
      ...provider.resources.flatMap((resource) => judgeResource({ now, provider, resource })),
    ]),
  ]
  const merged = mergeAlike(reasons).sort((a, b) => rank(b) - rank(a))
  return { level: toLevel(merged), reasons: merged }
}

const rank = ({ level }: HealthReason): number => (level === 'CRITICAL' ? 1 : 0)

type JudgeConnectionsArgs = { provider: ProviderStatus } & Required<
  Pick<JudgeHealthArgs, 'stopped'>
>

/** Each for itself: each has credentials of its own, and often somebody who may change them. */
const judgeConnections = ({
  provider: { name, label },
  stopped,
}: JudgeConnectionsArgs): HealthReason[] =>
  stopped
    .filter(({ provider }) => provider === name)
    .map(({ label: connection, reason, status }) => ({
      code: status === 'deactivated' ? 'CONNECTION_DEACTIVATED' : 'CONNECTION_REFUSED',
      level: 'WARNING',
      provider: name,
      resources: [],
      values: { connection, provider: label, reason },
    }))

type JudgeConsentsArgs = { ending: readonly EndingConsent[]; now: Date; provider: ProviderStatus }

const judgeConsents = ({
  ending,
  now,
  provider: { name, label },
}: JudgeConsentsArgs): HealthReason[] =>
  ending
    .filter(({ provider }) => provider === name)
    .map(({ endsAt, label: connection }) => ({
      code: Date.parse(endsAt) <= now.getTime() ? 'CONSENT_ENDED' : 'CONSENT_ENDS',
      level: 'WARNING',
      provider: name,
      resources: [],
      values: { connection, date: endsAt.slice(0, 10), provider: label },
    }))

type JudgeProviderArgs = { now: Date; provider: ProviderStatus }

const judgeProvider = ({
  now,
  provider: { name, breaker, isReady, label, problems, quotas },
}: JudgeProviderArgs): HealthReason[] => {
  const about = { provider: name, resources: [] }
  return [
    ...problems.map((reason): HealthReason => ({
      ...about,
      code: 'NOT_CONFIGURED',
      level: isReady ? 'WARNING' : 'CRITICAL',
      values: { provider: label, reason },
    })),
    ...(breaker.state !== 'closed'
      ? [
          {
            ...about,
            code: 'BREAKER_OPEN',
            level: 'CRITICAL',
            values: { provider: label, reason: breaker.reason ?? '' },
          } satisfies HealthReason,
        ]
      : []),
    ...quotas.flatMap((quota) => judgeQuota({ about, label, now, quota })),
  ]
}

type JudgeQuotaArgs = {
  about: Pick<HealthReason, 'provider' | 'resources'>
  label: string
  now: Date
  quota: QuotaStatus
}

const judgeQuota = ({
  about,
  label,
  now,
  quota: { name, limit, remaining, resetsAt, usedUpAt },
}: JudgeQuotaArgs): HealthReason[] => {
  const leftMs = resetsAt === null ? Infinity : Date.parse(resetsAt) - now.getTime()
  if (leftMs <= 0) {
    return []
  }
  if (limit !== null && remaining < limit * LOW_QUOTA_SHARE) {
    return [
      {
        ...about,
        code: remaining > 0 ? 'QUOTA_LOW' : 'QUOTA_SPENT',
        level: 'WARNING',
        values: { limit, provider: label, quota: name, reason: '', remaining },
      },
    ]
  }
  return usedUpAt !== null && leftMs > LONG_WINDOW_MS
    ? [
        {
          ...about,
          code: 'QUOTA_ENDS',
          level: 'WARNING',
          values: { provider: label, quota: name, time: toMinute(usedUpAt) },
        },
      ]
    : []
}

/** A moment as people read it: `2026-04-01 12:30 UTC`. */
const toMinute = (moment: string): string => `${moment.slice(0, 16).replace('T', ' ')} UTC`

/** Six resources of one provider that fail for one reason are one thing to mend. */
const mergeAlike = (reasons: readonly HealthReason[]): HealthReason[] => {
  const merged = new Map<string, HealthReason>()
  for (const reason of reasons) {
    const { code, provider, resources, values } = reason
    const key = [code, provider, resources.length === 0 ? JSON.stringify(values) : ''].join('/')
    const first = merged.get(key)
    merged.set(
      key,
      first
        ? {
            ...first,
            level: rank(reason) > rank(first) ? reason.level : first.level,
            resources: [...first.resources, ...resources],
          }
        : reason,
    )
  }
  return [...merged.values()]
}
