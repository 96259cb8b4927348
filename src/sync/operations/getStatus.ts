import type { Payload } from 'payload'

import type { Provider, SyncMode } from '../../sdk/index.js'
import type { BreakerState } from '../store/breakers/findBreakers.js'
import type { QuotaState } from '../store/quotas/findQuotas.js'
import type { BreakerStatus, QuotaStatus, ResourceStatus, SyncStatus } from './SyncStatus.js'

import { SYNC_MODES } from '../../sdk/index.js'
import { DEFAULT_CONNECTION, getSync } from '../engine/Sync.js'
import { findBreakers } from '../store/breakers/findBreakers.js'
import { countOpenIssues } from '../store/issues/countOpenIssues.js'
import { findQuotas } from '../store/quotas/findQuotas.js'
import { countRecords } from '../store/records/countRecords.js'
import { findNewestRuns } from '../store/runs/findNewestRuns.js'
import { findRuns } from '../store/runs/findRuns.js'
import { findStates } from '../store/states/findStates.js'

const RECENT_RUNS = 10

/** What runs, what ran, and how fresh everything is, in a handful of queries. */
export const getStatus = async ({ payload }: { payload: Payload }): Promise<SyncStatus> => {
  const { database, providers, slugOf } = getSync(payload)
  const [newest, recent, states, stored, issues, quotas, breakers] = await Promise.all([
    findNewestRuns(database),
    findRuns({ database, limit: RECENT_RUNS }),
    findStates(database),
    countRecords(database),
    countOpenIssues(database),
    findQuotas({ database }),
    findBreakers(database),
  ])

  const toResource = (provider: Provider, name: string): ResourceStatus => {
    const resource = provider.resources.get(name)!
    const key = `${provider.name}/${name}`
    const state = states.find(
      (candidate) =>
        candidate.provider === provider.name &&
        candidate.resource === name &&
        candidate.connection === DEFAULT_CONNECTION,
    )
    return {
      name,
      activeRun: newest.active.get(key) ?? null,
      collection: slugOf(resource.collection),
      consecutiveFailures: state?.consecutiveFailures ?? 0,
      lastRun: newest.ended.get(key) ?? null,
      lastSuccessAt: toIso(state?.lastSuccessAt),
      modes: SYNC_MODES.filter((mode: SyncMode) => resource.scopes[mode] !== undefined),
      openIssues: issues.get(key) ?? 0,
      stored: stored.get(key) ?? 0,
    }
  }

  return {
    providers: [...providers.values()].map((provider) => ({
      name: provider.name,
      breaker: toBreaker(breakers.find(isOf(provider))),
      label: provider.label,
      problems: [...provider.problems],
      quotas: quotas.filter(isOf(provider)).map(toQuota),
      resources: [...provider.resources.keys()].map((name) => toResource(provider, name)),
    })),
    recentRuns: recent.docs,
  }
}

type Owned = { connection: string; provider: string }

const isOf =
  ({ name }: Provider) =>
  ({ connection, provider }: Owned): boolean =>
    provider === name && connection === DEFAULT_CONNECTION

const toQuota = ({ name, limit, remaining, resetsAt, usedUpAt }: QuotaState): QuotaStatus => ({
  name,
  limit,
  remaining,
  resetsAt,
  usedUpAt,
})

const toBreaker = ({
  reason = null,
  state = 'closed',
  until = null,
}: Partial<BreakerState> = {}): BreakerStatus => ({ reason, state, until })

/** Postgres writes moments its own way; everybody else reads ISO 8601. */
const toIso = (moment: null | string | undefined): null | string =>
  moment ? new Date(moment).toISOString() : null
