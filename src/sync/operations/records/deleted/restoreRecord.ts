import type { PayloadRequest } from 'payload'

import type { Job } from '../../../engine/batch/Job.js'
import type { SyncIssue } from '../../../store/issues/SyncIssue.js'
import type { Tombstone } from '../../../store/records/deleted/restoreTombstone.js'
import type { RecordArgs } from '../edit/withRecord.js'

import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../../shared/errors/index.js'
import { findKnown } from '../../../engine/batch/linkReferences.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { flatten, unflatten } from '../../../engine/merge/flatten.js'
import { loadSync } from '../../../engine/Sync.js'
import { getProvider } from '../../../engine/work/getProvider.js'
import { getResource } from '../../../engine/work/getResource.js'
import { createDocument } from '../../../engine/write/createDocument.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { toHookContext } from '../../../engine/write/toHookContext.js'
import { clearLists } from '../../../engine/write/values/clearLists.js'
import { resolveDocument } from '../../../engine/write/values/resolveDocument.js'
import { isOfValues } from '../../../store/failures/isOfValues.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { openIssues } from '../../../store/issues/openIssues.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { endTombstone, findTombstone } from '../../../store/records/deleted/restoreTombstone.js'
import { lockRecords } from '../../../store/records/lockRecords.js'
import { isRecordInSight } from '../../../store/records/sightings/recordsInSight.js'
import { storeWaiting } from '../storeWaiting.js'

/**
 * Brings back a document that a person has deleted here, as it was, and merges into it what its
 * provider has said since. What pointed to it leads there again at the next sync. Of a localized
 * document the default language comes back.
 *
 * @returns The id of the new document
 * @throws RefusedError `UNKNOWN_RECORD` where nothing was deleted, `NOT_ALLOWED`
 * @throws Error of the database or of a hook that failed: the document stays deleted, and all that is
 * kept of it stays as well
 */
export const restoreRecord = async ({
  externalId,
  payload,
  provider: providerName,
  req: asker,
  resource: resourceName,
  sight = 'all',
}: RecordArgs): Promise<number | string> => {
  const sync = await loadSync({ payload })
  const { database, providers } = sync
  const provider = getProvider({
    provider: providerName,
    providers: limitProviders({ providers, sight }),
  })
  getResource({ name: resourceName, provider })
  const job = toJob({ provider, resourceName, runId: null, sync })
  const about = { database, externalId, provider: providerName, resource: resourceName }
  const isSeen = sight === 'all' || (await isRecordInSight({ ...about, sight }))
  const { config } = payload.collections[job.collection]!

  const restore = (isWhole: boolean) =>
    inTransaction({
      context: toHookContext(job),
      database,
      work: async (req) => {
        await lockRecords({ ...about, externalIds: [externalId], req })
        const tombstone = isSeen ? await findTombstone({ ...about, req }) : undefined
        if (!tombstone) {
          throw new RefusedError({
            code: 'UNKNOWN_RECORD',
            message: `${provider.label} ${resourceName} ${externalId} was not deleted here.`,
          })
        }
        // Nobody may create such documents; who may delete one may take that back.
        if (asker && (await config.access.delete({ req: asker })) === false) {
          throw new RefusedError({
            code: 'NOT_ALLOWED',
            message: 'You are not allowed to restore this document.',
          })
        }
        const { data, status } = await toData({ externalId, isWhole, job, req, tombstone })
        const { collection } = job
        const created = await createDocument({ collection, data, externalId, job, req, status })
        await endTombstone({ ...about, documentId: created.id, req })
        const now = sync.clock.now()
        await resolveIssues({ ...about, externalIds: [externalId], kinds: ['reference'], now, req })
        if (tombstone.missingAt !== null) {
          // It was closed when the document was deleted, and no sync tells of it a second time.
          const issue: SyncIssue = {
            details: { removal: 'flagged' },
            documentId: String(created.id),
            externalId,
            kind: 'missing',
            message: `${provider.label} no longer lists it. The document was brought back by a person.`,
          }
          await openIssues({ ...about, collection, issues: [issue], now, req, runId: null })
        }
        return created.id
      },
    })
  // What it pointed to may be gone as well; then it comes back as its provider says. What was kept of
  // an editor goes with that, so nothing but the values themselves is a reason for it.
  const id = await restore(true).catch((error: unknown) => {
    if (isOfValues(error)) {
      return restore(false)
    }
    throw error
  })
  await storeWaiting({ externalId, job })
  return id
}

type ToDataArgs = {
  externalId: string
  /** Whether editors' values are to come back as well. */
  isWhole: boolean
  job: Job
  req: PayloadRequest
  tombstone: Tombstone
}

/** What Payload, or who creates it, says of a document. */
const OWN = new Set([
  '_status',
  'createdAt',
  'deletedAt',
  'externalId',
  'id',
  'provider',
  'updatedAt',
])

const toData = async ({ externalId, isWhole, job, req, tombstone: { base, kept } }: ToDataArgs) => {
  const { payload, resource, shape } = job
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const prepared = [{ document: {}, externalId, hash: '', references: findReferences(base) }]
  const known = await findKnown({ job, prepared, req })
  const said = resolveDocument({
    job,
    known,
    said: flatten({ document: base, shape: job.shape }),
  }).values
  const held = isWhole && kept ? flatten({ document: kept, locale, shape }) : new Map()
  const values = [...said, ...held].filter(([path]) => !OWN.has(path as string))
  const status = kept?._status
  return {
    data: unflatten(clearLists({ shape, values: new Map(values as [string, unknown][]) })),
    status: status === 'draft' || status === 'published' ? status : resource.status,
  }
}
