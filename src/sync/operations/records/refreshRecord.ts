import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { FoundRecord, JsonObject, Provider, Resource } from '../../../sdk/index.js'
import type { Job } from '../../engine/batch/Job.js'
import type { Batch, Stored } from '../../engine/batch/storeBatch.js'
import type { Sync } from '../../engine/Sync.js'
import type { Outcome } from '../../engine/write/writeRecord.js'
import type { Initiator } from '../../run/Run.js'

import { findSource } from '../../../sdk/connections/findSource.js'
import { limitProviders } from '../../../sdk/connections/Sight.js'
import {
  InvalidAnswerError,
  isSyncError,
  RefusedError,
  UnavailableError,
} from '../../../shared/errors/index.js'
import { redactError } from '../../../shared/errors/redactError.js'
import { refuseMisfits } from '../../engine/batch/fields/refuseMisfits.js'
import { prepareRecords } from '../../engine/batch/prepareRecords.js'
import { storeBatch } from '../../engine/batch/storeBatch.js'
import { toJob } from '../../engine/batch/toJob.js'
import { createRunClient } from '../../engine/run/client/createRunClient.js'
import { loadSync } from '../../engine/Sync.js'
import { getProvider } from '../../engine/work/getProvider.js'
import { getResource } from '../../engine/work/getResource.js'
import { describeRefusal } from '../../engine/write/refusal/describeRefusal.js'
import { toHookContext } from '../../engine/write/toHookContext.js'
import { isPassing } from '../../store/failures/isPassing.js'
import { inTransaction } from '../../store/inTransaction.js'
import { readDatabaseTime } from '../../store/readDatabaseTime.js'
import { createStoredRecords } from '../../store/records/createStoredRecords.js'
import { getRecordConnection } from './getRecordConnection.js'

export type RefreshRecordArgs = {
  /** @default the one that last showed the record */
  connection?: string
  externalId: string
  payload: Payload
  /** Who asks. What this person has open is written: the answer is waited for. @default nobody */
  person?: Initiator | null
  provider: string
  resource: string
  /** It is asked with no other connection. @default 'all' */
  sight?: Sight
}

export type Refreshed = {
  /** Fields in which an editor and the provider differ; the editor's values stay. */
  conflicts: number
  /** Why nothing was stored yet; only there when the outcome is `deferred`. */
  message?: string
  outcome: Outcome
}

const DEFERRED_MESSAGE =
  'Somebody has the document open, so it was not written. What the provider says is kept, and ' +
  'stored by the next sync after the document was closed.'

/** A person waits for it: better a quick reason than a late answer. */
const TIMEOUT_MS = 20_000
const ATTEMPTS = 2

/**
 * Fetches one record from its provider and stores it by the rules of every sync: what editors
 * changed stays. It is no run: nothing is queued, no absence is counted, no cursor moves.
 *
 * @throws RefusedError when the resource cannot fetch one, the provider does not have it, or nobody
 * knows which of several connections to ask with
 * @throws SyncError when the provider fails, or answers with a record that cannot be stored
 */
export const refreshRecord = async ({
  connection: connectionName,
  externalId,
  payload,
  person,
  provider: providerName,
  resource: resourceName,
  sight = 'all',
}: RefreshRecordArgs): Promise<Refreshed> => {
  const sync = await loadSync({ payload })
  const { database, providers } = sync
  const known = getProvider({
    connection: connectionName,
    provider: providerName,
    providers: limitProviders({ providers, sight }),
  })
  const resource = getResource({ name: resourceName, provider: known })
  const connection =
    connectionName ??
    (await getRecordConnection({ database, externalId, provider: known, resource: resourceName }))
  const provider = getProvider({ connection, provider: providerName, providers })
  const found = await fetchRecord({
    connection,
    externalId,
    provider,
    resource,
    resourceName,
    sync,
  })
  const { record, saidAt, scope = {} } = found
  const job = { ...toJob({ provider, resourceName, runId: null, sync }), connection, person }
  const records = prepareRecords({ records: [record], resource, scope })
  const batch = { ...refuseMisfits({ job, records }), saidAt }
  checkBatch({ batch, externalId, provider })

  const { applied } = await storeOne({ batch, job })
  const outcome = applied.outcomes.get(externalId) ?? 'unchanged'
  return {
    conflicts: applied.conflicts.length,
    outcome,
    ...(outcome === 'deferred' && { message: DEFERRED_MESSAGE }),
  }
}

type FetchRecordArgs = {
  connection: string
  externalId: string
  provider: Provider
  resource: Resource
  resourceName: string
  sync: Sync
}

const fetchRecord = async ({
  connection,
  externalId,
  provider,
  resource,
  resourceName,
  sync,
}: FetchRecordArgs): Promise<{ saidAt: Date } & FoundRecord<JsonObject>> => {
  if (!resource.fetchOne) {
    throw new RefusedError({
      code: 'REFRESH_UNAVAILABLE',
      message: `${provider.label} ${resourceName} cannot be fetched one by one; sync all of them.`,
    })
  }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const http = createRunClient({
    attempts: ATTEMPTS,
    provider,
    // A person waits, as nobody waits for bulk work: what is reserved for live work is for this.
    run: { connection, lane: 'live' },
    sync,
  })
  const time = await readDatabaseTime(sync.database)
  const client = http.forPage()
  let found: FoundRecord<JsonObject> | null = null
  try {
    found = await resource.fetchOne({
      externalId,
      http: client,
      now: sync.clock.now(),
      signal,
      source: await findSource({ connection, provider }),
      stored: createStoredRecords({
        database: sync.database,
        provider: provider.name,
        seenBy: provider.accounts && connection,
      }),
    })
  } catch (error) {
    if (!isSyncError(error, 'NOT_FOUND')) {
      if (signal.aborted) {
        throw new UnavailableError(
          `${provider.label} did not send ${resourceName} ${externalId} within ` +
            `${TIMEOUT_MS / 1000} seconds. Try again later.`,
        )
      }
      const { credentials = {} } = provider.connections.get(connection) ?? {}
      throw redactError({ error, secrets: [...Object.values(credentials), ...http.secrets()] })
    }
  }
  if (!found) {
    throw new RefusedError({
      code: 'UNKNOWN_RECORD',
      message: `${provider.label} does not have ${resourceName} ${externalId} any more.`,
    })
  }
  return { ...found, saidAt: time.toMoment(client.sentAt()) }
}

type StoreOneArgs = { batch: Batch; job: Job }

/**
 * Stores the record. What cannot be written directly is written as Payload does it, and that is the
 * second try as well: a run may have stored the same record, or one it points to, a moment ago.
 *
 * @throws InvalidAnswerError with what an issue would say, when the project refuses it
 */
const storeOne = async ({ batch, job }: StoreOneArgs): Promise<Stored> => {
  const store = ({ isPlain }: { isPlain: boolean }): Promise<Stored> =>
    inTransaction({
      context: toHookContext(job),
      database: job.database,
      work: (req) => storeBatch({ batch, job: { ...job, isPlain }, req, scope: null }),
    })
  try {
    return await store({ isPlain: false }).catch(() => store({ isPlain: true }))
  } catch (error) {
    if (isSyncError(error) || isPassing(error)) {
      throw error
    }
    const { collection } = job
    const { document } = batch.prepared[0]!
    throw new InvalidAnswerError(
      (await describeRefusal({ collection, document, error, job })).message,
    )
  }
}

type CheckBatchArgs = { batch: Batch; externalId: string; provider: Provider }

/** What was asked for must be what came; anything else is stored by a run, which makes issues. */
const checkBatch = ({
  batch: {
    prepared: [record],
    rejected: [refused],
  },
  externalId,
  provider,
}: CheckBatchArgs): void => {
  if (refused) {
    throw new InvalidAnswerError(refused.issue.message)
  }
  if (record?.externalId !== externalId) {
    throw new InvalidAnswerError(
      `${provider.label} was asked for ${externalId} and answered with ${record?.externalId}.`,
    )
  }
}
