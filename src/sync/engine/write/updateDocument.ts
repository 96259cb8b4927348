import type { PayloadRequest } from 'payload'

import type { Job, Writer } from '../batch/Job.js'
import type { Values } from '../merge/flatten.js'
import type { Shape } from '../merge/readShape.js'
import type { FoundDocument } from './findDocuments.js'
import type { Draft } from './findDraft.js'

import { flatten, unflatten } from '../merge/flatten.js'
import { mergeValues } from '../merge/mergeValues.js'
import { DEFAULT_RULES } from '../rules/ResourceRules.js'
import { findLatest, hasDrafts, isPublished } from './findDraft.js'
import { startContext } from './hooks/startContext.js'
import { toWritableData } from './hooks/toWritableData.js'
import { toHookContext } from './toHookContext.js'
import { clearLists } from './values/clearLists.js'

type UpdateDocumentArgs = {
  changes: Values
  /** What the fields held that `changes` was made against. */
  current: Values
  document: FoundDocument
  draft: Draft | undefined
  externalId: string
  job: Job
  locale: string | undefined
  req: PayloadRequest
  /**
   * What is published again, with the changes; the draft stays one beside it.
   *
   * @default the newest version, where it is to be published
   */
  withdrawn?: FoundDocument | undefined
  /** Writes the document with those of its batch. @default on its own */
  writer?: undefined | Writer
}

/**
 * Writes changes to a document by Payload's own update, and returns what it holds then. In a
 * collection with drafts the state of a document stays: what is published stays published, with
 * nothing of a draft in it, and what is a draft stays one. Also one that is published again has
 * nothing of an editor's draft in it.
 */
export const updateDocument = async (args: UpdateDocumentArgs): Promise<FoundDocument> => {
  const { document, draft, job, locale, withdrawn } = args
  const isReturning = args.changes.has('_status')
  if (!hasDrafts({ job }) || (isReturning && !withdrawn)) {
    return await update(args)
  }
  if (isPublished({ document, locale }) && !draft) {
    return await update(args)
  }
  const { writer, ...alone } = args
  // Of several writes, which are for one document only.
  const write = async (): Promise<FoundDocument> =>
    draft && (withdrawn || isPublished({ document, locale }))
      ? await updateBeside({ ...alone, draft })
      : await updateUnpublished(alone)
  return writer ? await writer.inTurn(write) : await write()
}

type UpdateArgs = {
  autosave?: boolean
  draft?: boolean
} & Pick<
  UpdateDocumentArgs,
  'changes' | 'current' | 'document' | 'externalId' | 'job' | 'req' | 'writer'
>

const update = async ({
  autosave,
  changes,
  current,
  document,
  draft,
  externalId,
  job,
  req,
  writer,
}: {
  draft?: unknown
} & Omit<UpdateArgs, 'draft'>): Promise<FoundDocument> => {
  const { collection, payload } = job
  const prepare = async () =>
    await toWritableData({
      data: unflatten(
        clearLists({ shape: job.shape, values: completeGroups({ changes, current }) }),
      ),
      externalId,
      job,
      operation: 'update',
      req,
    })
  const data = writer ? await writer.inTurn(prepare) : await prepare()
  const context = toHookContext(job)
  const plainly = async (): Promise<FoundDocument> => {
    startContext(req)
    return await payload.update({
      id: document.id,
      autosave,
      collection,
      context,
      data,
      depth: 0,
      draft: draft === true,
      req,
      // An editor who put a document into the trash may take it out again.
      trash: true,
    })
  }
  const latest = job.latest?.get(String(document.id))
  const newest = latest && { ...(latest.version as FoundDocument), id: document.id }
  return writer
    ? await writer.update({
        change: { context, data, document, newest: newest ?? null },
        plainly,
      })
    : await plainly()
}

/**
 * A draft is saved as one, so that it may lack what only a published document must have. Payload
 * leaves the row of the collection alone then; nobody reads that one as published, and it follows.
 */
const updateUnpublished = async (args: UpdateDocumentArgs): Promise<FoundDocument> => {
  const { document, draft, job, req } = args
  const { collection, payload } = job
  const saved = await update({ ...args, autosave: draft?.isAutosaved, draft: true })
  const latest = await findLatest({ documentId: document.id, job, req })
  if (latest) {
    const data = latest.version as Record<string, unknown>
    await payload.db.updateOne({ id: document.id, collection, data, req, returning: false })
  }
  return saved
}

/**
 * Payload goes on from the newest version, which is the editor's draft here: an update would
 * publish it. So the draft steps aside while the published document is written, and is saved again
 * after that, with the changes to all fields that its editor left alone. It stays the newest
 * version.
 */
const updateBeside = async (
  args: { draft: Draft } & UpdateDocumentArgs,
): Promise<FoundDocument> => {
  const { changes, current, document, draft, job, locale, req, withdrawn } = args
  await setLatest({ id: draft.id, isLatest: false, job, req })
  if (withdrawn && withdrawn !== document) {
    // A save may have changed what the collection holds without publishing it.
    const { collection, payload } = job
    const data = { ...withdrawn, _status: document._status }
    await payload.db.updateOne({ id: document.id, collection, data, req, returning: false })
  }
  const published = await update({ ...args, draft: undefined })

  const latest = await findLatest({ documentId: document.id, job, req })
  if (latest) {
    await setLatest({ id: latest.id, isLatest: false, job, req })
  }
  await bringBack({ document, draft, job, req })
  const drafted = flatten({ document: draft.version, locale, shape: job.shape })
  const inBoth: Values = new Map([...changes].filter(([path]) => path !== '_status'))
  const { changes: inDraft } = mergeValues({
    base: new Map([...inBoth.keys()].map((path) => [path, current.get(path) ?? null])),
    current: drafted,
    incoming: toWritten({ changes: inBoth, published, shape: job.shape }),
    // Rows of a draft have the ids of the published ones.
    rowIdOf: () => 'id',
    // The draft is its editor's decision, whatever the policy is.
    rules: { ...DEFAULT_RULES, mergeTogether: job.rules.mergeTogether },
    shape: job.shape,
    stored: new Map(),
  })
  await update({
    ...args,
    autosave: draft.isAutosaved,
    changes: inDraft,
    current: drafted,
    draft: true,
  })
  return published
}

type BringBackArgs = { draft: Draft } & Pick<UpdateDocumentArgs, 'document' | 'job' | 'req'>

/**
 * Makes the draft the newest version again. Where a collection keeps few versions of a document,
 * Payload deletes the oldest by their dates as soon as there is one more, also what is in work.
 */
const bringBack = async ({ document, draft, job, req }: BringBackArgs): Promise<void> => {
  const { collection, payload } = job
  const { id, createdAt, isAutosaved, updatedAt, version } = draft
  const { docs } = await payload.db.findVersions({
    collection,
    limit: 1,
    pagination: false,
    req,
    where: { id: { equals: id } },
  })
  if (docs.length > 0) {
    await setLatest({ id, isLatest: true, job, req })
    return
  }
  await payload.db.createVersion({
    autosave: isAutosaved,
    collectionSlug: collection,
    createdAt,
    parent: document.id,
    req,
    returning: false,
    updatedAt,
    versionData: version,
  })
}

type ToWrittenArgs = { changes: Values; published: FoundDocument; shape: Shape }

/** The changes as they were written: rows have their ids only then. */
const toWritten = ({ changes, published, shape }: ToWrittenArgs): Values => {
  const holds = flatten({ document: published, shape })
  return new Map(
    [...changes].map(([path, value]) => [
      path,
      shape.get(path)?.rowShape ? (holds.get(path) ?? null) : value,
    ]),
  )
}

type SetLatestArgs = {
  id: number | string
  isLatest: boolean
} & Pick<UpdateDocumentArgs, 'job' | 'req'>

/** Says which version Payload goes on from. Touches nothing else of it, its date neither. */
const setLatest = async ({ id, isLatest, job, req }: SetLatestArgs): Promise<void> => {
  type VersionData = Parameters<Job['payload']['db']['updateVersion']>[0]['versionData']
  const versionData = { latest: isLatest, updatedAt: null } as unknown as VersionData
  const { collection, payload } = job
  await payload.db.updateVersion({ id, collection, req, returning: false, versionData })
}

type CompleteGroupsArgs = { changes: Values; current: Values }

/** A group is written as a whole: Payload would clear what a partial one leaves out. */
export const completeGroups = ({ changes, current }: CompleteGroupsArgs): Values => {
  const groups = new Set([...changes.keys()].flatMap((path) => path.split('.').slice(0, -1)))
  const siblings = [...current].filter(([path]) => {
    const [group, ...rest] = path.split('.')
    return rest.length > 0 && group !== undefined && groups.has(group)
  })
  return new Map([...siblings, ...changes])
}
