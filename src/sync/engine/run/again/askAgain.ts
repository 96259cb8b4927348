import type { FoundRecord, JsonObject, ResourceContext } from '../../../../sdk/index.js'
import type { PagedHttpClient } from '../../../http/createHttpClient.js'
import type { Run } from '../../../run/Run.js'
import type { CommitBatchArgs } from '../../batch/commit/commitBatch.js'
import type { Job } from '../../batch/Job.js'

import { isSyncError } from '../../../../shared/errors/index.js'
import { isPassing } from '../../../store/failures/isPassing.js'
import { findRefused } from '../../../store/issues/quarantine/findRefused.js'
import { noteAsked } from '../../../store/issues/quarantine/noteAsked.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { readDatabaseTime } from '../../../store/readDatabaseTime.js'
import { prepareRecords } from '../../batch/prepareRecords.js'

type AskAgainArgs = {
  commit: (step: Pick<CommitBatchArgs, 'advance' | 'batch' | 'onCommit' | 'scope'>) => Promise<void>
  context: ResourceContext
  http: PagedHttpClient
  job: Job
  run: Run
}

/** At most this many requests a run. */
const MOST_RECORDS = 50

/**
 * Asks once more for records that could not be stored, one by one, so that a cursor which has moved
 * past them loses none. Only after everything else was read. What goes wrong beyond one record ends
 * it: the run is whole without, and the next one goes on.
 */
export const askAgain = async ({
  commit,
  context,
  http,
  job,
  run,
}: AskAgainArgs): Promise<void> => {
  const { clock, database, provider, resource, resourceName } = job
  if (!resource.fetchOne || context.mode !== 'incremental') {
    return
  }
  const refused = await findRefused({
    connections: [...provider.connections.keys()],
    database,
    limit: MOST_RECORDS,
    now: clock.now(),
    run,
  })
  for (const externalId of refused) {
    const time = await readDatabaseTime(database)
    const client = http.forPage()
    const found = await fetchRecord({ context: { ...context, http: client }, externalId, job })
    if (found === 'later') {
      return
    }
    const { prepared, rejected } = prepareRecords({
      records: typeof found === 'string' ? [] : [found.record],
      resource,
      scope: (typeof found !== 'string' && found.scope) || {},
    })
    const isIt = (record: { externalId: string }): boolean => record.externalId === externalId
    const about = { database, now: clock.now(), provider: provider.name, resource: resourceName }
    await commit({
      advance: ({ checkpoint }) => checkpoint,
      // An answer that is another record, or nobody's, says nothing of this one.
      batch: {
        prepared: prepared.filter(isIt),
        rejected: rejected.filter(isIt),
        saidAt: time.toMoment(client.sentAt()),
      },
      onCommit: async (req) => {
        if (found === 'gone') {
          const kinds = ['invalid', 'write'] as const
          await resolveIssues({ ...about, externalIds: [externalId], kinds, req })
        }
        await noteAsked({ ...about, externalId, req })
        return { counts: {}, warnings: [] }
      },
      scope: null,
    })
  }
}

type FetchRecordArgs = { context: ResourceContext; externalId: string; job: Job }

/**
 * - `gone`: the provider does not have it any more
 * - `later`: the provider answers nothing now, or something else is in the way that passes
 * - `unreadable`: it fails for this record
 */
type NotFound = 'gone' | 'later' | 'unreadable'

const fetchRecord = async ({
  context: { http, now, signal, source, stored },
  externalId,
  job: { resource },
}: FetchRecordArgs): Promise<FoundRecord<JsonObject> | NotFound> => {
  try {
    const asked = { externalId, http, now, signal, source, stored }
    return (await resource.fetchOne?.(asked)) ?? 'gone'
  } catch (error) {
    signal.throwIfAborted()
    if (isSyncError(error, 'NOT_FOUND')) {
      return 'gone'
    }
    const isOfRecord = isSyncError(error) ? error.reach === 'scope' : !isPassing(error)
    return isOfRecord || isSyncError(error, 'INVALID_ANSWER') ? 'unreadable' : 'later'
  }
}
