import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Provider, SyncMode } from '../../../sdk/index.js'
import type { WorkFilter } from '../../engine/work/asked/selectProviders.js'
import type { HealthReason } from '../../run/Health.js'
import type { Run } from '../../run/Run.js'
import type { BreakerState } from '../../store/breakers/findBreakers.js'
import type { QuotaState } from '../../store/quotas/findQuotas.js'
import type {
  BreakerStatus,
  ProviderStatus,
  QuotaStatus,
  ResourceStatus,
  SyncStatus,
} from './SyncStatus.js'

import { isStoredName } from '../../../sdk/connections/Connection.js'
import { listProblems } from '../../../sdk/connections/listProblems.js'
import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { isInSight, limitProviders } from '../../../sdk/connections/Sight.js'
import { isFileImport, SYNC_MODES } from '../../../sdk/index.js'
import { loadSync } from '../../engine/Sync.js'
import { selectProviders } from '../../engine/work/asked/selectProviders.js'
import { knowsSchedule } from '../../engine/work/knowsSchedule.js'
import { toReasonKey } from '../../run/Health.js'
import { isOn } from '../../schedule/isOn.js'
import { isOverdue } from '../../schedule/isOverdue.js'
import { findStopped } from '../../store/auth/findStopped.js'
import { BREAKER_STATES, findBreakers } from '../../store/breakers/findBreakers.js'
import { findConnections } from '../../store/connections/findConnections.js'
import { findEndingConsents } from '../../store/connections/findEndingConsents.js'
import { countOpenIssues } from '../../store/issues/countOpenIssues.js'
import { findQuotas } from '../../store/quotas/findQuotas.js'
import { ALL_CONNECTIONS } from '../../store/quotas/QuotaTicket.js'
import { countRecords } from '../../store/records/countRecords.js'
import { findNewestRuns } from '../../store/runs/read/findNewestRuns.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'
import { findStates } from '../../store/states/findStates.js'
import { listChoosable } from '../discover/listChoosable.js'
import { findMachineryFacts, readPoolLoad } from '../health/findMachineryFacts.js'
import { judgeHealth } from '../health/judgeHealth.js'
import { withWaits } from './findWaits.js'
import { forecastFreshness } from './forecastFreshness.js'
import { listOwnConnections } from './listOwnConnections.js'
import { summarizeStates } from './summarizeStates.js'

type GetStatusArgs = {
  /** @default all of it */
  filter?: WorkFilter
  payload: Payload
  /** Nothing comes in of other connections. @default 'all' */
  sight?: Sight
}

/**
 * What runs, what ran, how fresh everything is and what is wrong, in a handful of statements that
 * cost the same however much is stored.
 *
 * @throws RefusedError for a filter by a name nobody knows
 */
export const getStatus = async ({
  filter = {},
  payload,
  sight = 'all',
}: GetStatusArgs): Promise<SyncStatus> => {
  // Before the statements of this look wait for connections themselves.
  const pool = readPoolLoad(payload)
  const { clock, database, providers: all, slugOf, stallLimitMs } = await loadSync({ payload })
  const providers = limitProviders({ providers: all, sight })
  const selected = selectProviders({ filter, providers })
  const now = clock.now()
  const hasOwn = selected.some(({ accounts }) => accounts !== undefined)
  // Before the records are counted: what a run is said to have created is among them then.
  const { active, ended, recent } = await findNewestRuns({
    database,
    filter,
    resources: listResources(selected),
    sight,
  })
  const [states, stored, issues, quotas, breakers, planned, own, { since, ...machinery }] =
    await Promise.all([
      findStates(database),
      countRecords({ database, sight }),
      countOpenIssues({ database, sight }),
      findQuotas({ database }),
      findBreakers(database),
      findSchedules({ database }),
      hasOwn ? findConnections({ database }) : [],
      findMachineryFacts({ clock, database, payload, pool, sight, stallLimitMs }),
    ])

  const schedules = planned.filter(
    (schedule) =>
      isOn(schedule) &&
      (schedule.connection === null || isInSight({ connection: schedule.connection, sight })),
  )
  const stopped = (await findStopped(database)).flatMap((each) => {
    const connection = selected
      .find(({ name }) => name === each.provider)
      ?.connections.get(each.connection)
    return connection ? [{ ...each, label: connection.label ?? connection.name }] : []
  })

  const ending = (await findEndingConsents({ database, now })).filter(({ connection }) =>
    isInSight({ connection, sight }),
  )

  const toResource = (provider: Provider, name: string): Omit<ResourceStatus, 'waitsFor'> => {
    const resource = provider.resources.get(name)!
    const key = `${provider.name}/${name}`
    const { consecutiveFailures, lastSuccessAt } = summarizeStates({
      provider,
      resource: name,
      states,
    })
    return {
      ...forecastFreshness({
        name,
        lastSuccessAt,
        now,
        resource,
        // Nothing comes of a schedule before the provider can be asked.
        schedules:
          listReadyConnections(provider).length > 0
            ? schedules.filter((schedule) => schedule.provider === provider.name)
            : [],
      }),
      name,
      activeRun: findActive({ active, provider: provider.name, resource: name }),
      canRefresh: resource.fetchOne !== undefined,
      collection: slugOf({ collection: resource.collection, provider }),
      consecutiveFailures,
      lastRun: ended.get(key) ?? null,
      lastSuccessAt,
      modes: SYNC_MODES.filter((mode: SyncMode) => resource.scopes[mode] !== undefined),
      openIssues: issues.get(key)?.issues ?? 0,
      recordsWithIssues: issues.get(key)?.records ?? 0,
      references: [...resource.references],
      stored: stored.get(key) ?? 0,
    }
  }

  const known = selected.map((provider): ProviderStatus => {
    const choices = listChoosable({ payload, provider: provider.name })
    const connections = listOwnConnections({ provider, schedules, sight, stored: own })
    return {
      name: provider.name,
      breaker: toBreaker(findWorst(breakers.filter(isOf(provider)))),
      ...(choices.length > 0 && { choices }),
      ...(connections && { connections }),
      isReady: listReadyConnections(provider).length > 0,
      label: provider.label,
      problems: listProblems(provider),
      quotas: quotas
        .filter(isQuotaOf({ provider, sight }))
        .filter((quota) => !isPace({ now, quota }))
        .map((quota) => toQuota({ provider, quota })),
      ...(isFileImport(provider.source) && { readsFiles: true as const }),
      resources: withWaits(
        [...provider.resources.keys()].map((name) => toResource(provider, name)),
      ),
    }
  })
  const health = judgeHealth({
    ...machinery,
    ending,
    now,
    overdue: schedules.filter(
      // Another process may be the one to fire it.
      (schedule) => isOverdue({ now, schedule }) && knowsSchedule({ providers, schedule }),
    ).length,
    // What people have not done yet for connections of theirs is told there, and is no fault of the sync.
    providers: selected.map((provider, index) => ({
      ...known[index]!,
      problems: listProblems(ofConfig(provider)),
    })),
    stopped,
  })
  return {
    activeRuns: active,
    health: { ...health, reasons: health.reasons.map((reason) => withSince({ reason, since })) },
    now: now.toISOString(),
    providers: known,
    recentRuns: recent,
  }
}

/** A provider with the connections that the config has, without those that people entered. */
const ofConfig = (provider: Provider): Provider => ({
  ...provider,
  connections: new Map([...provider.connections].filter(([name]) => !isStoredName(name))),
})

type WithSinceArgs = { reason: HealthReason; since: ReadonlyMap<string, string> }

const withSince = ({ reason, since }: WithSinceArgs): HealthReason => {
  const began = since.get(toReasonKey(reason))
  return began === undefined ? reason : { ...reason, since: began }
}

const listResources = (providers: readonly Provider[]) =>
  providers.flatMap(({ name, resources }) =>
    [...resources.keys()].map((resource) => ({ provider: name, resource })),
  )

type FindActiveArgs = { active: readonly Run[] } & Pick<Run, 'provider' | 'resource'>

/** The running run, or else the one queued first. */
const findActive = ({ active, provider, resource }: FindActiveArgs): null | Run => {
  const own = active.filter((run) => run.provider === provider && run.resource === resource)
  return own.find(({ status }) => status === 'running') ?? own.at(-1) ?? null
}

type Owned = { connection: string; provider: string }

const isOf =
  ({ name, connections }: Provider) =>
  ({ connection, provider }: Owned): boolean =>
    provider === name && connections.has(connection)

type IsQuotaOfArgs = { provider: Provider; sight: Sight }

/**
 * Also one that all connections share: it is the provider's. Who may know of some connections only
 * would see in it what the others use.
 */
const isQuotaOf =
  ({ provider, sight }: IsQuotaOfArgs) =>
  (owned: Owned): boolean =>
    owned.connection === ALL_CONNECTIONS
      ? owned.provider === provider.name && (sight === 'all' || !provider.accounts)
      : isOf(provider)(owned)

type ToQuotaArgs = { provider: Provider; quota: QuotaState }

const MINUTE_MS = 60_000

/**
 * Whether it only says how fast requests may follow each other: used up and full again all the time,
 * it is nothing to look at. Not while the provider refuses requests, which lasts longer.
 */
const isPace = ({
  now,
  quota: { resetsAt, windowMs },
}: {
  now: Date
  quota: QuotaState
}): boolean =>
  windowMs !== null &&
  windowMs < MINUTE_MS &&
  (resetsAt === null || Date.parse(resetsAt) - now.getTime() <= MINUTE_MS)

/** Where a provider has more than one connection, each has budgets of the same names. */
const toQuota = ({ provider: { connections }, quota }: ToQuotaArgs): QuotaStatus => {
  const { name, connection, limit, remaining, resetsAt, usedUpAt } = quota
  return {
    name: connections.size > 1 && connection !== ALL_CONNECTIONS ? `${connection}: ${name}` : name,
    limit,
    remaining,
    resetsAt,
    usedUpAt,
  }
}

/** The breaker that keeps most back, so that one connection that is out of order is seen. */
const findWorst = (breakers: readonly BreakerState[]): BreakerState | undefined =>
  BREAKER_STATES.toReversed()
    .map((state) => breakers.find((breaker) => breaker.state === state))
    .find((breaker) => breaker !== undefined)

const toBreaker = ({
  reason = null,
  state = 'closed',
  until = null,
}: Partial<BreakerState> = {}): BreakerStatus => ({ reason, state, until })
