import type { PayloadRequest, RequestContext } from 'payload'

import { createLocalReq } from 'payload'

import type { Database } from '../../store/Database.js'
import type { Document, Plan, Values } from './plan/Plan.js'
import type { Row } from './row/toRow.js'

import { insertRows } from '../../store/documents/insertRows.js'
import { insertVersions } from '../../store/documents/insertVersions.js'
import { runAfterHooks, runBeforeHooks, runOperationHooks } from './collectionHooks.js'
import { copyValues } from './copyValues.js'
import { GiveUpError } from './GiveUpError.js'
import { letOthers } from './letOthers.js'
import { toDocument } from './row/toDocument.js'
import { toRow } from './row/toRow.js'
import { afterChange, afterRead, beforeChange, beforeValidate } from './walk/phases.js'

export type Creation = {
  /** What hooks are told of the write. */
  context: RequestContext
  /** With `externalId`, by which the row is known again. */
  data: Values
}

type CreateAllArgs = {
  /** Does what is stored here. @default as it is */
  asOwn?: <TResult>(work: () => Promise<TResult>) => Promise<TResult>
  creations: readonly Creation[]
  database: Database
  plan: Plan
  /** Its transaction has begun. */
  req: PayloadRequest
}

/**
 * Creates documents as `payload.create` would, at depth 0, in the order given: the hooks and
 * validators of each before it is stored, then all rows by one statement, then the other hooks of
 * each. Returns them as that does.
 *
 * @see `collections/operations/create.js` of payload
 * @throws GiveUpError when Payload's own operation must be asked, in a transaction of its own
 */
export const createAll = async ({
  asOwn = async (work) => await work(),
  creations,
  database,
  plan,
  req,
}: CreateAllArgs): Promise<Document[]> => {
  for (const prepareMany of plan.preparations) {
    await prepareMany({ documents: creations.map(({ data }) => data), req })
  }
  const prepared: Prepared[] = []
  for (const [index, creation] of creations.entries()) {
    await letOthers(index)
    prepared.push(await prepare({ creation, database, plan, req }))
  }
  const columns = new Map(plan.columns.map((node) => [node.key, node.column]))
  const rows = prepared.map(({ row }) => row)
  const ids = await asOwn(
    async () => await insertRows({ columns, database, req, rows, table: plan.table }),
  )
  const stored = prepared.map((each) => {
    const id = ids.get(String(each.row.externalId))
    if (id === undefined) {
      throw new GiveUpError('a row was not found again')
    }
    return { ...each, id }
  })
  if (plan.versions) {
    const { versions } = plan
    await asOwn(
      async () =>
        await insertVersions({ database, documents: stored, isUpdate: false, req, versions }),
    )
  }
  const created: Document[] = []
  for (const [index, each] of stored.entries()) {
    await letOthers(index)
    created.push(await finish({ ...each, plan, req }))
    // A hook may have swallowed what ended the transaction.
    await database.session(req)
  }
  return created
}

type Prepared = {
  args: OperationArgs
  context: RequestContext
  data: Values
  row: Row
}

type OperationArgs = { data: Values } & Record<string, unknown>

type PrepareArgs = { creation: Creation } & Omit<CreateAllArgs, 'asOwn' | 'creations'>

const prepare = async ({
  creation,
  database: { payload },
  plan,
  req,
}: PrepareArgs): Promise<Prepared> => {
  req.context = {}
  await createLocalReq({ context: creation.context, depth: 0, req }, payload)
  const { context } = req
  const given: OperationArgs = {
    collection: payload.collections[plan.collection.slug],
    data: copyValues(creation.data),
    depth: 0,
    disableTransaction: undefined,
    disableVerificationEmail: undefined,
    draft: false,
    duplicateFromID: undefined,
    overrideAccess: true,
    overwriteExistingFiles: false,
    populate: undefined,
    publishAllLocales: undefined,
    req,
    select: undefined,
    showHiddenFields: undefined,
  }
  const args = await runOperationHooks({ args: given, operation: 'create', plan, req })
  const doc: Values = {}
  const common = { context, operation: 'create', plan, req } as const
  await beforeValidate({ ...common, data: args.data, doc })
  const data = await runBeforeHooks({ ...common, data: args.data, originalDoc: doc })
  const stored = copyValues(data)
  // Payload says so where a document has no status.
  const docWithLocales: Values = plan.versions?.hasDrafts ? {} : { _status: {} }
  await beforeChange({ ...common, id: undefined, data: stored, doc, docWithLocales })
  const row = toRow({ document: stored, plan })
  const now = new Date().toISOString()
  if (!stored.createdAt) {
    row.createdAt = now
  }
  if (stored.updatedAt === undefined) {
    row.updatedAt = now
  }
  requireNoDefaults({ plan, row })
  return { args, context, data, row }
}

/** The database fills what is left out with a default, which hooks and validators never saw. */
const requireNoDefaults = ({ plan, row }: { plan: Plan; row: Row }): void => {
  for (const { column, key } of plan.columns) {
    if (row[key] === undefined && column.hasDefault) {
      throw new GiveUpError(`${key}: left to the database`)
    }
  }
}

type FinishArgs = { id: number | string; plan: Plan; req: PayloadRequest } & Prepared

const finish = async ({
  id,
  args,
  context,
  data,
  plan,
  req,
  row,
}: FinishArgs): Promise<Document> => {
  req.context = context
  const document = toDocument({ id, plan, row })
  await afterRead({ context, doc: document, plan, req, showsHidden: false })
  return await runAfterHooks({
    args,
    betweenReadAndChange: async (doc) =>
      await afterChange({ context, data, doc, operation: 'create', plan, previousDoc: {}, req }),
    context,
    data,
    document,
    operation: 'create',
    plan,
    previousDoc: {},
    req,
  })
}
