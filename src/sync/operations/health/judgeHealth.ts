import type { StoppedConnection } from '../../store/auth/findStopped.js'
import type { EndingConsent } from '../../store/connections/findEndingConsents.js'
import type { LaneLoad } from '../../store/health/countWaiting.js'
import type { ProviderStatus } from '../status/SyncStatus.js'
import type { Health, HealthReason } from './Health.js'

import { judgeResource } from './judgeResource.js'

type JudgeHealthArgs = {
  /** Whether the project has a cache that is broken or slow. @default false */
  cacheFailed?: boolean
  /** Connections whose consent ends soon. @default none */
  ending?: readonly EndingConsent[]
  /** Connections of this process, when none of them comes free. @default it has some */
  exhausted?: number
  lanes: readonly LaneLoad[]
  now: Date
  /** Schedules that are due for so long that no process can be ticking. */
  overdue: number
  providers: readonly ProviderStatus[]
  /** Connections with which nothing is asked, as people read them. @default none */
  stopped?: readonly ({ label: string } & StoppedConnection)[]
}

/** Below this share of a budget the next hours are in doubt. */
const LOW_QUOTA_SHARE = 0.1

/** What is wrong and for whom, from what is known anyway. Asks nobody. */
export const judgeHealth = ({
  cacheFailed = false,
  ending = [],
  exhausted,
  lanes,
  now,
  overdue,
  providers,
  stopped = [],
}: JudgeHealthArgs): Health => {
  const reasons = [
    ...judgePool(exhausted),
    ...lanes.flatMap(judgeLane),
    ...judgeSchedules(overdue),
    ...(cacheFailed ? [ofMachinery({ code: 'CACHE_SKIPPED', level: 'WARNING', values: {} })] : []),
    ...providers.flatMap((provider) => [
      ...judgeProvider({ now, provider }),
      ...judgeConnections({ provider, stopped }),
      ...judgeConsents({ ending, now, provider }),
      ...provider.resources.flatMap((resource) => judgeResource({ now, provider, resource })),
    ]),
  ]
  const merged = mergeAlike(reasons).sort((a, b) => rank(b) - rank(a))
  return { level: merged[0]?.level ?? 'HEALTHY', reasons: merged }
}

const rank = ({ level }: HealthReason): number => (level === 'CRITICAL' ? 1 : 0)

const judgeLane = ({ lane, overdue, running, silent }: LaneLoad): HealthReason[] => [
  ...(overdue > 0 && running === 0
    ? [ofMachinery({ code: 'NO_WORKER', level: 'CRITICAL', values: { lane, runs: overdue } })]
    : []),
  ...(silent > 0
    ? [ofMachinery({ code: 'WORKER_SILENT', level: 'WARNING', values: { lane, runs: silent } })]
    : []),
]

const judgePool = (connections: number | undefined): HealthReason[] =>
  connections === undefined
    ? []
    : [ofMachinery({ code: 'POOL_EXHAUSTED', level: 'CRITICAL', values: { connections } })]

const judgeSchedules = (overdue: number): HealthReason[] =>
  overdue > 0
    ? [ofMachinery({ code: 'NO_CLOCK', level: 'CRITICAL', values: { schedules: overdue } })]
    : []

const ofMachinery = (reason: Pick<HealthReason, 'code' | 'level' | 'values'>): HealthReason => ({
  ...reason,
  provider: null,
  resources: [],
})

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
    ...quotas
      .filter(({ limit, remaining, resetsAt }) => {
        const isOver = resetsAt !== null && Date.parse(resetsAt) <= now.getTime()
        return !isOver && limit !== null && remaining < limit * LOW_QUOTA_SHARE
      })
      .map(({ name: quota, limit, remaining }): HealthReason => ({
        ...about,
        code: remaining > 0 ? 'QUOTA_LOW' : 'QUOTA_SPENT',
        level: 'WARNING',
        values: { limit: limit ?? 0, provider: label, quota, reason: '', remaining },
      })),
  ]
}

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
