import type { Provider } from '../../../../sdk/index.js'
import type { SyncError } from '../../../../shared/errors/index.js'
import type { PagedHttpClient } from '../../../http/createHttpClient.js'
import type { AskedRequest } from '../../../http/request/askMeasured.js'
import type { LongWait } from '../../../http/request/Gate.js'
import type { Run } from '../../../run/Run.js'
import type { Sync } from '../../Sync.js'

import { findHttpFacts } from '../../../../sdk/connections/findHttpFacts.js'
import { ResourceError } from '../../../../shared/errors/index.js'
import { createHttpClient } from '../../../http/createHttpClient.js'
import { enterBreaker } from '../../../store/breakers/enterBreaker.js'
import { reportBreaker } from '../../../store/breakers/reportBreaker.js'
import { reportQuota } from '../../../store/quotas/reportQuota.js'
import { takeQuota } from '../../../store/quotas/takeQuota.js'
import { getTokenStore } from './getTokenStore.js'

type CreateRunClientArgs = {
  /** How often one request is sent before its failure is believed. @default as the client's */
  attempts?: number
  /** Told of every request that is over. @default nobody */
  onAsked?: (asked: AskedRequest) => void
  /** Told before each wait that is longer than a moment. @default nobody */
  onLongWait?: (wait: LongWait) => void
  /** Told of every request sent. @default nobody */
  onRequest?: () => void
  /** Told of each failure that is tried again, in so many milliseconds. @default nobody */
  onSetback?: (error: SyncError, waitMs: number) => void
  provider: Provider
  run: Pick<Run, 'connection' | 'lane'>
  sync: Pick<Sync, 'clock' | 'database' | 'liveReserve'>
}

/**
 * The provider's client for one run with its connection, within the quota and the breaker that all
 * processes share. That of a provider without HTTP refuses every request.
 */
export const createRunClient = ({
  attempts,
  onAsked,
  onLongWait,
  onRequest,
  onSetback,
  provider,
  run: { connection, lane },
  sync: { clock, database, liveReserve },
}: CreateRunClientArgs): PagedHttpClient => {
  const facts = findHttpFacts({ connection, provider })
  if (!facts) {
    return refuseRequests(provider)
  }
  const owner = { connection, database, provider: provider.name }
  const quotaOwner = { ...owner, declared: facts.quotas }
  const hasLive = [...provider.resources.values()].some(({ scopes }) => scopes.live !== undefined)
  const reserve = lane === 'bulk' && hasLive ? liveReserve : 0
  return createHttpClient({
    name: provider.name,
    attempts,
    breaker: {
      enter: () => enterBreaker(owner),
      report: ({ failure }) => reportBreaker({ ...owner, failure }),
    },
    budget: {
      take: async (names) => {
        const taken = await takeQuota({ ...quotaOwner, names, reserve })
        return 'waitMs' in taken
          ? taken
          : { giveBack: (report) => reportQuota({ ...quotaOwner, ...report, tickets: taken }) }
      },
    },
    clock,
    facts,
    onAsked,
    onLongWait,
    onRequest,
    onSetback,
    provider: provider.label,
    tokens: facts.auth && getTokenStore({ ...owner, clock, label: provider.label }),
  })
}

const refuseRequests = ({ label }: Provider): PagedHttpClient => {
  const refuse = () =>
    Promise.reject(
      new ResourceError(
        `${label} has no HTTP, so nothing can be asked for. Give its provider "http" or "connect".`,
      ),
    )
  const client = { get: refuse, post: refuse }
  return { ...client, forPage: () => ({ ...client, sentAt: () => undefined }), secrets: () => [] }
}
