import type { PayloadRequest, RequestContext } from 'payload'

import type { Document, Plan, Values } from './plan/Plan.js'

import { GiveUpError } from './GiveUpError.js'

type OperationArgs = { data: Values } & Record<string, unknown>

type RunOperationHooksArgs = {
  args: OperationArgs
  operation: 'create' | 'update'
  plan: Plan
  req: PayloadRequest
}

/**
 * The collection's `beforeOperation`. Returns the arguments of the operation as they are then.
 *
 * @throws GiveUpError when a hook changes more of them than the data
 */
export const runOperationHooks = async ({
  args: given,
  operation,
  plan: { collection },
  req,
}: RunOperationHooksArgs): Promise<OperationArgs> => {
  let args = given
  for (const hook of collection.hooks.beforeOperation) {
    const changed: unknown = await hook({
      args: args as never,
      collection,
      context: req.context,
      operation,
      overrideAccess: true,
      req,
    })
    args = changed === undefined ? args : (changed as OperationArgs)
  }
  const isOther =
    args !== given &&
    Object.keys({ ...given, ...args }).some((key) => key !== 'data' && args[key] !== given[key])
  if (isOther || typeof args.data !== 'object' || args.data === null) {
    throw new GiveUpError('a hook changed the arguments of the operation')
  }
  return args
}

type CommonArgs = {
  context: RequestContext
  operation: 'create' | 'update'
  plan: Plan
  req: PayloadRequest
}

type RunBeforeHooksArgs = { data: Values; originalDoc: Values } & CommonArgs

/** The collection's `beforeValidate` and `beforeChange`. Returns the data as it is then. */
export const runBeforeHooks = async ({
  context,
  data: given,
  operation,
  originalDoc,
  plan: { collection },
  req,
}: RunBeforeHooksArgs): Promise<Values> => {
  let data = given
  const { beforeChange, beforeValidate } = collection.hooks
  for (const hook of [...beforeValidate, ...beforeChange]) {
    const args = { collection, context, data, operation, originalDoc, req }
    data = ((await hook(args)) as undefined | Values) || data
  }
  return data
}

type RunAfterHooksArgs = {
  args: OperationArgs
  /** What the fields have to do between the two hooks of the collection. */
  betweenReadAndChange: (document: Document) => Promise<void>
  data: Values
  document: Document
  previousDoc: Values
} & CommonArgs

/** The collection's `afterRead`, `afterChange` and `afterOperation`. Returns the document. */
export const runAfterHooks = async ({
  args,
  betweenReadAndChange,
  context,
  data,
  document,
  operation,
  plan: { collection },
  previousDoc,
  req,
}: RunAfterHooksArgs): Promise<Document> => {
  const { afterChange, afterOperation, afterRead } = collection.hooks
  let doc = document
  for (const hook of afterRead) {
    doc = ((await hook({ collection, context, doc, overrideAccess: true, req })) as Document) || doc
  }
  await betweenReadAndChange(doc)
  for (const hook of afterChange) {
    doc =
      ((await hook({
        collection,
        context,
        data,
        doc,
        operation,
        overrideAccess: true,
        previousDoc,
        req,
      })) as Document) || doc
  }
  for (const hook of afterOperation) {
    const changed: unknown = await hook({
      args,
      collection,
      operation: operation === 'update' ? 'updateByID' : operation,
      overrideAccess: true,
      req,
      result: doc,
    } as never)
    doc = changed === undefined ? doc : (changed as Document)
  }
  return doc
}
