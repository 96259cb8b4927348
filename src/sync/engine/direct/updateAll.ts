import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PayloadRequest, RequestContext } from 'payload'

import { isDeepStrictEqual } from 'node:util'
import { createLocalReq } from 'payload'

import type { Database } from '../../store/Database.js'
import type { Document, Plan, Values } from './plan/Plan.js'
import type { Row } from './row/toRow.js'

import { insertVersions } from '../../store/documents/insertVersions.js'
import { updateRows } from '../../store/documents/updateRows.js'
import { runAfterHooks, runBeforeHooks, runOperationHooks } from './collectionHooks.js'
import { copyValues } from './copyValues.js'
import { GiveUpError } from './GiveUpError.js'
import { letOthers } from './letOthers.js'
import { toDocument } from './row/toDocument.js'
import { toRow } from './row/toRow.js'
import { afterChange, afterRead, beforeChange, beforeValidate } from './walk/phases.js'

export type Change = {
  /** What hooks are told of the write. */
  context: RequestContext
  /** Whole groups, single fields. */
  data: Values
  /** As the database holds it, locked. */
  document: Document
  /** Its newest version, where there may be drafts; `null` where it has none. */
  newest?: Document | null
}

type UpdateAllArgs = {
  changes: readonly Change[]
  database: Database
  plan: Plan
  /** Its transaction has begun. */
  req: PayloadRequest
  /** Asked when all hooks have run, and nothing is stored yet. May throw. */
  requireFree: (ids: readonly (number | string)[]) => Promise<void>
}

/**
 * Updates documents as `payload.update` with an id would, at depth 0, in the order given, and with
 * the columns that change only. Returns them as that does.
 *
 * @see `collections/operations/updateByID.js` and `utilities/update.js` of payload
 * @throws GiveUpError when Payload's own operation must be asked, in a transaction of its own
 */
export const updateAll = async ({
  changes,
  database,
  plan,
  req,
  requireFree,
}: UpdateAllArgs): Promise<Document[]> => {
  const prepared: Prepared[] = []
  for (const [index, change] of changes.entries()) {
    await letOthers(index)
    prepared.push(await prepare({ change, database, plan, req }))
  }
  await requireFree(prepared.map(({ id }) => id))
  await forgetEditors({ changes, database, plan, req })
  const columns = findChanged({ plan, prepared })
  const rows = prepared.map(({ id, row }) => ({ ...row, id }))
  await updateRows({ columns, database, req, rows, table: plan.table })
  if (plan.versions) {
    const { versions } = plan
    await insertVersions({ database, documents: prepared, isUpdate: true, req, versions })
  }
  const updated: Document[] = []
  for (const [index, each] of prepared.entries()) {
    await letOthers(index)
    updated.push(await finish({ ...each, plan, req }))
    // A hook may have swallowed what ended the transaction.
    await database.session(req)
  }
  return updated
}

/** Payload forgets who has a document open when it is saved. */
const forgetEditors = async ({
  changes,
  database: { payload },
  plan: { collection },
  req,
}: Omit<UpdateAllArgs, 'requireFree'>): Promise<void> => {
  const locks = 'payload-locked-documents'
  if (collection.lockDocuments === false || !payload.collections[locks]) {
    return
  }
  await payload.db.deleteMany({
    collection: locks,
    req,
    where: {
      and: [
        { 'document.relationTo': { equals: collection.slug } },
        { 'document.value': { in: changes.map(({ document }) => document.id) } },
      ],
    },
  })
}

type Prepared = {
  args: { data: Values } & Record<string, unknown>
  /** As it was, in the form of `row`. */
  before: Row
  context: RequestContext
  data: Values
  id: number | string
  originalDoc: Values
  /** As it will be, whole. */
  row: Row
}

type PrepareArgs = { change: Change } & Omit<UpdateAllArgs, 'changes' | 'requireFree'>

const prepare = async ({
  change: { context: told, data: given, document },
  database: { payload },
  plan,
  req,
}: PrepareArgs): Promise<Prepared> => {
  const { id } = document
  req.context = {}
  await createLocalReq({ context: told, depth: 0, req }, payload)
  const { context } = req
  const args = await runOperationHooks({
    args: {
      id,
      autosave: undefined,
      collection: payload.collections[plan.collection.slug],
      data: given,
      depth: 0,
      disableTransaction: undefined,
      draft: false,
      limit: undefined,
      overrideAccess: true,
      overrideLock: undefined,
      overwriteExistingFiles: false,
      payload,
      populate: undefined,
      publishAllLocales: undefined,
      publishSpecificLocale: undefined,
      req,
      select: undefined,
      showHiddenFields: undefined,
      sort: undefined,
      trash: true,
      unpublishAllLocales: undefined,
      where: undefined,
    },
    operation: 'update',
    plan,
    req,
  })
  if (document.deletedAt || args.data.deletedAt) {
    throw new GiveUpError('it is in the trash')
  }
  const copy = (): Values => copyValues(document)
  const originalDoc = copy()
  await afterRead({ context, doc: originalDoc, plan, req, showsHidden: true })
  const said = copyValues(args.data)
  const common = { context, operation: 'update', plan, req } as const
  await beforeValidate({ ...common, id, data: said, doc: originalDoc })
  const data = await runBeforeHooks({ ...common, data: said, originalDoc })
  const stored = copyValues({ ...data, id })
  await beforeChange({
    ...common,
    id,
    data: stored,
    doc: originalDoc,
    docWithLocales: copy(),
  })
  const before = toRow({ document, plan })
  const row = toRow({ before, document: stored, plan })
  row.updatedAt = new Date().toISOString()
  return { id, args, before, context, data, originalDoc, row }
}

type FindChangedArgs = { plan: Plan; prepared: readonly Prepared[] }

/** Columns that any of the documents changes; the others keep what they hold in it. */
const findChanged = ({ plan, prepared }: FindChangedArgs): ReadonlyMap<string, PgColumn> =>
  new Map(
    plan.columns
      .filter(({ key }) =>
        prepared.some(({ before, row }) => !isSame(before[key] ?? null, row[key] ?? null)),
      )
      .map(({ column, key }) => [key, column]),
  )

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && isDeepStrictEqual(a, b))

type FinishArgs = { plan: Plan; req: PayloadRequest } & Prepared

const finish = async ({ id, plan, req, row, ...prepared }: FinishArgs): Promise<Document> => {
  const { args, context, data, originalDoc } = prepared
  req.context = context
  const document = toDocument({ id, plan, row })
  await afterRead({ context, doc: document, plan, req, showsHidden: false })
  return await runAfterHooks({
    args,
    betweenReadAndChange: async (doc) =>
      await afterChange({
        context,
        data,
        doc,
        operation: 'update',
        plan,
        previousDoc: originalDoc,
        req,
      }),
    context,
    data,
    document,
    operation: 'update',
    plan,
    previousDoc: originalDoc,
    req,
  })
}
