import type { PayloadRequest } from 'payload'

import type { LookedRecord } from '../../../store/records/lookAtRecords.js'
import type { Job } from '../Job.js'
import type { Batch } from '../storeBatch.js'

import { hasSeveralConnections } from '../../../../sdk/connections/hasSeveralConnections.js'
import { noteSightings } from '../../../store/records/sightings/noteSightings.js'
import { touchRecords } from '../../../store/records/touchRecords.js'
import { noteSeen } from '../../../store/sightings/noteSeen.js'
import { groupBySaid } from './saidOf.js'

type Listed = { externalId: string; saidAt?: Date | undefined }

type NoteBatchArgs = {
  batch: Batch
  job: Job
  /** Places of the scopes in the plan of the run, by key. @default nothing is known of others */
  order?: ReadonlyMap<string, number> | undefined
  /** Of what a newer word is known, which stays. */
  overtaken: readonly Listed[]
  records: ReadonlyMap<string, LookedRecord>
  /** What could not be read or stored, and is listed nevertheless. */
  refused: readonly Listed[]
  req: PayloadRequest
  scope: null | string
  /** What was said of them is known, written or not. */
  spoken: readonly Listed[]
  /** Those of them that were not written, and are as they are stored. */
  unchanged: readonly Listed[]
}

/**
 * Notes that the provider has the records of a batch: all of them in one narrow row. A sync record
 * is written only where something of it is not true any more, as when it was absent before.
 */
export const noteBatch = async ({
  batch,
  job,
  order = new Map(),
  overtaken,
  records,
  refused,
  req,
  scope,
  spoken,
  unchanged,
}: NoteBatchArgs): Promise<void> => {
  const { clock, connection, database, provider, resourceName: resource, runId } = job
  const common = {
    database,
    now: clock.now(),
    provider: provider.name,
    req,
    resource,
    runId,
    scope,
  }
  const isElsewhere = (noted: null | string | undefined): boolean =>
    scope !== null &&
    noted !== scope &&
    // Of the scopes that list a record it is kept under the last: it would go to and fro otherwise.
    !((order.get(noted ?? '') ?? -1) > (order.get(scope) ?? 0))
  const isStirred = ({ externalId }: Listed): boolean => {
    const known = records.get(externalId)
    return known !== undefined && (known.isStirred || isElsewhere(known.scope))
  }
  for (const { at, ids } of groupBySaid(unchanged.filter(isStirred), batch)) {
    await touchRecords({ ...common, externalIds: ids, saidAt: at })
  }
  const externalIds = [...overtaken, ...refused]
    .filter(isStirred)
    .map(({ externalId }) => externalId)
  await touchRecords({ ...common, externalIds })
  await noteSeen({
    ...common,
    connection,
    seen: [
      ...groupBySaid(spoken, batch),
      { at: null, ids: refused.map(({ externalId }) => externalId) },
    ],
  })
  if (connection === undefined || !hasSeveralConnections(provider)) {
    return
  }
  const isSeen = new Set(unchanged)
  const news = [...spoken, ...refused].filter((record) => {
    const noted = records.get(record.externalId)?.sighting
    return (
      !isSeen.has(record) || !noted || (noted.absences ?? 0) > 0 || isElsewhere(noted.scope ?? null)
    )
  })
  await noteSightings({
    ...common,
    connection,
    externalIds: news.map(({ externalId }) => externalId),
    saidAt: batch.saidAt,
  })
}
