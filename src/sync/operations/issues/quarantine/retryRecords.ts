import type { Initiator } from '../../../run/Run.js'
import type { IssuesArgs, Quarantined } from './findQuarantined.js'

import { isRefusedError, isSyncError } from '../../../../shared/errors/index.js'
import { loadSync, type Sync } from '../../../engine/Sync.js'
import { noteDue } from '../../../store/issues/quarantine/noteDue.js'
import { refreshRecord } from '../../records/refreshRecord.js'
import { findQuarantined, listRecords } from './findQuarantined.js'

/**
 * - `stored`: it is in order now, and its issue is closed
 * - `refused`: it was fetched, and still cannot be stored
 * - `nextRun`: it cannot be fetched alone, or not now; the next run that reads it tries it again
 * - `gone`: the provider does not have it any more
 */
export type RetryOutcome = 'gone' | 'nextRun' | 'refused' | 'stored'

export type RetriedRecord = {
  externalId: string
  /** Why, where it is not stored. */
  message?: string
  outcome: RetryOutcome
  provider: string
  resource: string
}

export type RetryRecordsArgs = {
  /** Who asks. What this person has open is written. @default nobody */
  person?: Initiator | null | undefined
} & IssuesArgs

/** A person waits: what is not asked for by then is left to the next run. */
const PATIENCE_MS = 25_000

/** Requests to providers that one call may make. */
const MOST_REQUESTS = 50

/**
 * Tries records again that could not be stored: each is fetched alone where its resource can do
 * that, at most 50 of them and for at most 25 seconds. The others are tried by the next run that
 * reads them. What is in order closes its issue.
 *
 * @throws RefusedError `UNKNOWN_ISSUE`
 */
export const retryRecords = async ({
  person = null,
  ...args
}: RetryRecordsArgs): Promise<RetriedRecord[]> => {
  const { payload, sight = 'all' } = args
  const sync = await loadSync({ payload })
  const found = await findQuarantined({ ...args, sync })
  const ends = performance.now() + PATIENCE_MS
  const wanted = found.flatMap(({ issue, provider }) =>
    listRecords(issue).map((externalId) => ({ externalId, issue, provider })),
  )
  const retried: RetriedRecord[] = []
  let requests = 0
  for (const { externalId, issue, provider } of wanted) {
    const { resource } = issue
    const about = { externalId, provider: provider.name, resource }
    const mayAsk =
      provider.resources.get(resource)?.fetchOne !== undefined &&
      requests < MOST_REQUESTS &&
      performance.now() < ends
    requests += mayAsk ? 1 : 0
    const result = mayAsk
      ? await retry({ ...about, payload, person, sight })
      : { outcome: 'nextRun' as const }
    retried.push({ ...about, ...result })
  }
  await leaveToNextRun({ found, retried, sync })
  return retried
}

type RetryArgs = Parameters<typeof refreshRecord>[0]

const retry = async (args: RetryArgs): Promise<Pick<RetriedRecord, 'message' | 'outcome'>> => {
  try {
    await refreshRecord(args)
    return { outcome: 'stored' }
  } catch (error) {
    if (isRefusedError(error)) {
      const { code, message } = error
      return { message, outcome: code === 'UNKNOWN_RECORD' ? 'gone' : 'nextRun' }
    }
    if (isSyncError(error)) {
      const { code, message } = error
      return { message, outcome: code === 'INVALID_ANSWER' ? 'refused' : 'nextRun' }
    }
    // What validation or a hook of the project refuses, by its own words.
    const { message } = error as Error
    return { message, outcome: 'refused' }
  }
}

type LeaveToNextRunArgs = {
  found: readonly Quarantined[]
  retried: readonly RetriedRecord[]
  sync: Sync
}

/** They are asked for first, however long their wait would have been. */
const leaveToNextRun = async ({ found, retried, sync }: LeaveToNextRunArgs): Promise<void> => {
  const left = new Set(
    retried.filter(({ outcome }) => outcome === 'nextRun').map(({ externalId }) => externalId),
  )
  const ids = found
    .filter(({ issue }) => listRecords(issue).some((externalId) => left.has(externalId)))
    .map(({ issue }) => issue.id)
  await noteDue({ database: sync.database, ids })
}
