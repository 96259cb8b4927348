import type { PayloadRequest } from 'payload'

import type { LockedRecords } from '../../../store/records/lockRecords.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { saveWaiting } from '../../../store/records/waiting/saveWaiting.js'
import { findOwnDocuments } from '../findOwnDocuments.js'
import { toWord } from '../waiting/toWord.js'

type KeepAwayArgs = {
  job: Job
  locked: LockedRecords
  prepared: readonly PreparedRecord[]
  req: PayloadRequest
  saidAt: Date
  scope: null | string
}

/**
 * ExternalIds of records whose documents a person has deleted, and that stay away: what is said of
 * them is kept for the day that somebody restores one. A document that is there again, by whatever
 * way, is none of these.
 */
export const keepAway = async ({
  job,
  locked,
  prepared,
  req,
  saidAt,
  scope,
}: KeepAwayArgs): Promise<ReadonlySet<string>> => {
  const { clock, collection, database, provider, resourceName: resource, rules, runId } = job
  const deleted =
    rules.onLocalDelete === 'keepAway'
      ? prepared.filter(({ externalId }) => locked.get(externalId)?.isDeleted)
      : []
  if (deleted.length === 0) {
    return new Set()
  }
  const externalIds = deleted.map(({ externalId }) => externalId)
  const present = await findOwnDocuments({ collection, externalIds, job, req, resource })
  const away = deleted.filter(({ externalId }) => !present.has(externalId))
  await saveWaiting({
    collection,
    database,
    now: clock.now(),
    provider: provider.name,
    req,
    resource,
    words: away.map((record) => ({
      documentId: locked.get(record.externalId)!.documentId,
      externalId: record.externalId,
      word: toWord({ record, runId, saidAt: record.saidAt ?? saidAt, scope }),
    })),
  })
  return new Set(away.map(({ externalId }) => externalId))
}
