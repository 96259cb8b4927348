import type { Payload } from 'payload'

import type { Provider, SyncMode } from '../../sdk/index.js'
import type { ResourceStatus, SyncStatus } from './SyncStatus.js'

import { SYNC_MODES } from '../../sdk/index.js'
import { DEFAULT_CONNECTION, getSync } from '../engine/Sync.js'
import { countOpenIssues } from '../store/issues/countOpenIssues.js'
import { countRecords } from '../store/records/countRecords.js'
import { findNewestRuns } from '../store/runs/findNewestRuns.js'
import { findRuns } from '../store/runs/findRuns.js'
import { findStates } from '../store/states/findStates.js'

const RECENT_RUNS = 10

/** What runs, what ran, and how fresh everything is, in a handful of queries. */
export const getStatus = async ({ payload }: { payload: Payload }): Promise<SyncStatus> => {
  const { database, providers, slugOf } = getSync(payload)
  const [newest, recent, states, stored, issues] = await Promise.all([
    findNewestRuns(database),
    findRuns({ database, limit: RECENT_RUNS }),
    findStates(database),
    countRecords(database),
    countOpenIssues(database),
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
      label: provider.label,
      problems: [...provider.problems],
      resources: [...provider.resources.keys()].map((name) => toResource(provider, name)),
    })),
    recentRuns: recent.docs,
  }
}

/** Postgres writes moments its own way; everybody else reads ISO 8601. */
const toIso = (moment: null | string | undefined): null | string =>
  moment ? new Date(moment).toISOString() : null
