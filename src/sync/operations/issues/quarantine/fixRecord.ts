import { ValidationError } from 'payload'

import type { Job } from '../../../engine/batch/Job.js'
import type { Values } from '../../../engine/merge/flatten.js'
import type { Issue } from '../listIssues.js'
import type { IssuesArgs, QuarantinedIssue } from './findQuarantined.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { findOwnDocuments } from '../../../engine/batch/findOwnDocuments.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { loadSync } from '../../../engine/Sync.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { holdIssue } from '../../../store/issues/quarantine/holdIssue.js'
import { settleIssue } from '../../../store/issues/quarantine/settleIssue.js'
import { lockRecords } from '../../../store/records/lockRecords.js'
import { findNewerWords } from '../../../store/sightings/findSeen.js'
import { holdDocument, untilFree } from '../../records/edit/holdDocument.js'
import { createFixed } from './createFixed.js'
import { findQuarantined, listRecords } from './findQuarantined.js'
import { toFields } from './getQuarantined.js'
import { isAway, mergeFixed } from './mergeFixed.js'
import { toSound } from './toSound.js'

export type FixRecordArgs = {
  issueId: Issue['id']
  /** By path: `{ 'venue.city': 'Bern' }`. What is not named stays as the provider said it. */
  values: Readonly<Record<string, unknown>>
} & Omit<IssuesArgs, 'issueIds'>

/**
 * Stores a record that its provider says wrongly, with what a person says in its place. That is an
 * edit: the next syncs keep it by the rules of every edit. The rest follows the provider: where the
 * record has a document already it is merged, as every sync does. The issue is closed until the
 * provider sends something else that cannot be stored.
 *
 * @returns The id of the document
 * @throws RefusedError `UNKNOWN_ISSUE`, also for one that stands for several records;
 * `UNKNOWN_FIELD` for a field that the issue does not offer; `CHANGED_SINCE` when it is closed;
 * `DELETED_HERE`, `DRAFT_IN_WORK` and `NOT_ALLOWED` as the document is
 * @throws APIError of Payload, when the document is not to be written, somebody else has it open, or
 * it is still not valid
 */
export const fixRecord = async ({
  issueId,
  values,
  ...args
}: FixRecordArgs): Promise<number | string> => {
  const { payload, req: asker } = args
  const sync = await loadSync({ payload })
  const [first] = await findQuarantined({ ...args, issueIds: [issueId], sync })
  const { issue, provider } = first!
  const [externalId, ...others] = listRecords(issue)
  if (externalId === undefined || others.length > 0 || issue.records !== null) {
    throw new RefusedError({
      code: 'UNKNOWN_ISSUE',
      message: `Issue ${issueId} is not about a single record that could be mended here.`,
    })
  }
  const person = asker?.user ? { id: asker.user.id, collection: asker.user.collection } : null
  const job = {
    ...toJob({ provider, resourceName: issue.resource, runId: null, sync }),
    // One document: Payload's own way says best what is wrong with it.
    isPlain: true,
    person,
  }
  const fix = { asker, externalId, issueId: issue.id, job, mended: new Map(Object.entries(values)) }
  try {
    return await untilFree(() => store({ ...fix, mergesFirst: true }))
  } catch (error) {
    // What the provider says may only be valid with what the person does, or the other way round.
    if (error instanceof ValidationError) {
      return await untilFree(() => store({ ...fix, mergesFirst: false }))
    }
    throw error
  }
}

type StoreArgs = {
  asker: IssuesArgs['req']
  externalId: string
  issueId: Issue['id']
  job: Job
  mended: Values
  mergesFirst: boolean
}

const store = async ({
  asker,
  externalId,
  issueId,
  job,
  mended,
  mergesFirst,
}: StoreArgs): Promise<number | string> => {
  const { clock, collection, database, provider, resourceName: resource, rules } = job
  const about = { database, externalIds: [externalId], provider: provider.name, resource }
  return await inTransaction({
    database,
    work: async (req) => {
      const locked = (await lockRecords({ ...about, req })).get(externalId)
      const issue = await getOpen({ issueId, job, mended, req })
      // When it was met.
      const saidAt = new Date(issue.lastSeenAt ?? issue.updatedAt)
      const sound = toSound({ issue, job, mended })
      const fix = { asker, externalId, job, mended, req, saidAt, ...sound }
      const found = await findOwnDocuments({ ...about, collection, job, req })
      const documentId = found.get(externalId)?.id
      if (documentId === undefined && locked?.isDeleted && rules.onLocalDelete === 'keepAway') {
        throw isAway()
      }
      if (documentId !== undefined) {
        await holdDocument({ documentId, job, req })
        const newer = await findNewerWords({ ...about, after: saidAt, req })
        const isOvertaken = Number(locked?.newestAt ?? 0) > saidAt.getTime() || newer.size > 0
        await mergeFixed({ documentId, fix, isOvertaken, mergesFirst })
      }
      const id = documentId ?? (await createFixed(fix))
      await settleIssue({ id: issueId, database, documentId: id, now: clock.now(), req })
      return id
    },
  })
}

type GetOpenArgs = {
  req: Parameters<typeof holdIssue>[0]['req']
} & Pick<StoreArgs, 'issueId' | 'job' | 'mended'>

/** The issue as it is now, kept from everybody else: a sync may have closed it a moment ago. */
const getOpen = async ({
  issueId,
  job: { database, shape },
  mended,
  req,
}: GetOpenArgs): Promise<QuarantinedIssue> => {
  const issue = (await holdIssue({ id: issueId, database, req })) as QuarantinedIssue | undefined
  if (!issue || issue.status === 'resolved') {
    throw new RefusedError({
      code: 'CHANGED_SINCE',
      message: `Issue ${issueId} is closed: there is nothing to mend any more.`,
    })
  }
  const offered = new Set(toFields({ issue, shape }).map(({ path }) => path))
  const unknown = [...mended.keys()].find((path) => !offered.has(path))
  if (unknown !== undefined) {
    throw new RefusedError({
      code: 'UNKNOWN_FIELD',
      message: `Issue ${issueId} offers no field "${unknown}" to mend.`,
    })
  }
  return issue
}
