import { eq } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Job } from '../../../engine/batch/Job.js'
import type { Values } from '../../../engine/merge/flatten.js'
import type { Issue } from '../listIssues.js'
import type { IssuesArgs } from './findQuarantined.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { findKnown } from '../../../engine/batch/linkReferences.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { flatten, unflatten } from '../../../engine/merge/flatten.js'
import { loadSync } from '../../../engine/Sync.js'
import { findDocuments } from '../../../engine/write/findDocuments.js'
import { hasDrafts } from '../../../engine/write/findDraft.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { toMisfits } from '../../../engine/write/refusal/toMisfits.js'
import { completeGroups } from '../../../engine/write/updateDocument.js'
import { clearLists } from '../../../engine/write/values/clearLists.js'
import { resolveDocument } from '../../../engine/write/values/resolveDocument.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { lockRecords } from '../../../store/records/lockRecords.js'
import { saveRecords } from '../../../store/records/saveRecords.js'
import { findQuarantined, listRecords } from './findQuarantined.js'
import { toFields } from './getQuarantined.js'

export type FixRecordArgs = {
  issueId: Issue['id']
  /** By path: `{ 'venue.city': 'Bern' }`. What is not named stays as the provider said it. */
  values: Readonly<Record<string, unknown>>
} & Omit<IssuesArgs, 'issueIds'>

/**
 * Stores a record that its provider says wrongly, with what a person says in its place. That is an
 * edit: the next syncs keep it by the rules of every edit. The rest follows the provider. The issue
 * is closed until the provider sends something else that cannot be stored.
 *
 * @returns The id of the document
 * @throws RefusedError `UNKNOWN_ISSUE`, also for one that stands for several records;
 * `UNKNOWN_FIELD` for a field that the issue does not offer
 * @throws APIError of Payload, when the document is not to be written, or still not valid
 */
export const fixRecord = async ({
  issueId,
  values,
  ...args
}: FixRecordArgs): Promise<number | string> => {
  const { payload, req: asker } = args
  const sync = await loadSync({ payload })
  const { clock, database } = sync
  const [first] = await findQuarantined({ ...args, issueIds: [issueId], sync })
  const { issue, provider } = first!
  const [externalId, ...others] = listRecords(issue)
  if (externalId === undefined || others.length > 0 || issue.records !== null) {
    throw new RefusedError({
      code: 'UNKNOWN_ISSUE',
      message: `Issue ${issueId} is not about a single record that could be mended here.`,
    })
  }
  const job = toJob({ provider, resourceName: issue.resource, runId: null, sync })
  const { collection, resource, resourceName, shape } = job
  const offered = new Set(toFields({ issue, shape }).map(({ path }) => path))
  const unknown = Object.keys(values).find((path) => !offered.has(path))
  if (unknown !== undefined) {
    throw new RefusedError({
      code: 'UNKNOWN_FIELD',
      message: `Issue ${issueId} offers no field "${unknown}" to mend.`,
    })
  }
  const about = { database, provider: provider.name, resource: resourceName }
  const who = {
    depth: 0,
    overrideAccess: asker === undefined,
    ...(asker?.user && { user: asker.user }),
  }
  return await inTransaction({
    database,
    work: async (req) => {
      await lockRecords({ ...about, externalIds: [externalId], req })
      const said = toSound({
        job,
        mapped: issue.mapped ?? {},
        refused: issue.details?.problems ?? [],
      })
      const incoming = await resolve({ externalId, job, req, said })
      const mended: Values = new Map(Object.entries(values))
      // What a person has put in the place of a word is known to differ from it; of what was refused
      // and not mended nothing is known yet.
      const spoken = flatten({ document: issue.mapped ?? {}, shape })
      const whole = unflatten(
        new Map([
          ...flatten({ document: said, shape }),
          ...[...spoken].filter(([path]) => mended.has(path)),
        ]),
      ) as JsonObject
      const found = await findDocuments({
        collection,
        externalIds: [externalId],
        payload,
        provider: provider.name,
        req,
      })
      const before = found.get(externalId)
      const changes = clearLists({ shape, values: new Map([...incoming, ...mended]) })
      const current = flatten({ document: before ?? {}, shape })
      const data = unflatten(before ? completeGroups({ changes, current }) : changes)
      const document = before
        ? await payload.update({ id: before.id, collection, data, req, trash: true, ...who })
        : await payload.create({
            collection,
            data: {
              ...data,
              ...(hasDrafts({ job }) && { _status: resource.status ?? 'published' }),
              externalId,
              provider: provider.name,
            },
            req,
            ...who,
          })
      await saveRecords({
        collection,
        database,
        keepsRun: true,
        now: clock.now(),
        provider: provider.name,
        records: [
          {
            base: await rememberSaid({ externalId, job, req, said: whole }),
            conflicts: null,
            documentId: String(document.id),
            externalId,
            hasChanged: true,
            // It is looked at again when it is next read.
            hash: null,
            locks: {},
            mappingVersion: resource.version,
            replaced: {},
            resource: resourceName,
            // When it was met; one without is taken for a record that was only pointed to.
            saidAt: new Date(issue.lastSeenAt ?? issue.updatedAt),
            stored: {},
            targets: {},
          },
        ],
        req,
        runId: null,
        scope: null,
      })
      const table = database.table('syncIssues')
      const session = await database.session(req)
      await session
        .update(table)
        .set({
          documentId: String(document.id),
          settledHash: table.rawHash!,
          status: 'resolved',
          updatedAt: clock.now().toISOString(),
        })
        .where(eq(table.id!, issue.id))
      return document.id
    },
  })
}

type ToSoundArgs = { job: Job; mapped: JsonObject; refused: readonly { path: string }[] }

/** What the provider said, without what was refused or what a field cannot take. */
const toSound = ({ job, mapped, refused }: ToSoundArgs): JsonObject => {
  const { shape } = job
  const misfits = toMisfits({ document: mapped, job, shape })
  const bad = [...refused, ...misfits].map(({ path }) => path)
  const isBad = (path: string): boolean =>
    bad.some((other) => other === path || other.startsWith(`${path}.`))
  const sound = [...flatten({ document: mapped, shape })].filter(([path]) => !isBad(path))
  return unflatten(new Map(sound)) as JsonObject
}

type SaidArgs = {
  externalId: string
  job: Job
  req: Parameters<typeof findKnown>[0]['req']
  said: JsonObject
}

/** References as the ids of documents; those that lead nowhere are left out until they do. */
const resolve = async ({ externalId, job, req, said }: SaidArgs): Promise<Values> => {
  const references = findReferences(said)
  const prepared = [{ document: said, externalId, hash: '', references }]
  const known = await findKnown({ job, prepared, req })
  return resolveDocument({ job, known, said: flatten({ document: said, shape: job.shape }) }).values
}

/** With what was remembered before, where the record had been stored once. */
const rememberSaid = async ({ externalId, job, req, said }: SaidArgs): Promise<JsonObject> => {
  const known = await findKnown({
    job,
    prepared: [{ document: {}, externalId, hash: '', references: [] }],
    req,
  })
  const base = known.get(job.resourceName)?.get(externalId)?.base ?? {}
  const { shape } = job
  return unflatten(
    new Map([...flatten({ document: base, shape }), ...flatten({ document: said, shape })]),
  ) as JsonObject
}
