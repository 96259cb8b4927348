import type { PayloadRequest, RequestContext } from 'payload'

import { deepMergeWithSourceArrays } from 'payload'

import type { GroupNode, Plan, PlanNode, ValueNode, Values } from '../plan/Plan.js'

import { GiveUpError } from '../GiveUpError.js'
import { readHooks } from '../plan/readHooks.js'
import { together } from './together.js'
import { enter } from './walkBeforeValidate.js'

type WalkArgs = {
  context: RequestContext
  /** A copy that belongs to the walk. */
  data: Values
  doc: Values
  docWithLocales: Values
  id: number | string | undefined
  operation: 'create' | 'update'
  plan: Plan
  req: PayloadRequest
}

/** Where in a document the walk is. */
type Level = {
  args: WalkArgs
  siblingData: Values
  siblingDoc: Values
  siblingDocWithLocales: Values
}

/**
 * What Payload does with the fields just before it stores a document: conditions, hooks and
 * validators. Changes `data`, which is what is stored. Waits where Payload waits.
 *
 * @see `fields/hooks/beforeChange/promise.js` of payload
 * @throws GiveUpError when a validator refuses a value
 */
export const walkBeforeChange = async (args: WalkArgs): Promise<void> => {
  const { data, doc, docWithLocales, plan } = args
  const level = { args, siblingData: data, siblingDoc: doc, siblingDocWithLocales: docWithLocales }
  await walkLevel({ isSkipped: false, level, nodes: plan.nodes })
}

type WalkLevelArgs = { isSkipped: boolean; level: Level; nodes: readonly PlanNode[] }

/** The values of one object of the document. */
const walkLevel = async (args: WalkLevelArgs): Promise<void> =>
  await together((pending) => walkObject({ ...args, pending }))

type WalkObjectArgs = { pending: Promise<void>[] } & WalkLevelArgs

const walkObject = (args: WalkObjectArgs): void => {
  const groups: CheckArgs<GroupNode>[] = []
  walk({ ...args, groups })
  for (const { isSkipped, level, node } of groups) {
    walkObject({ ...args, isSkipped, level: enterGroup({ level, node }), nodes: node.children })
  }
}

type WalkNodesArgs = {
  /** Collects groups that need no wait: Payload walks them behind the fields they stand among. */
  groups: CheckArgs<GroupNode>[]
} & WalkObjectArgs

const walk = ({ groups, isSkipped: isAllSkipped, level, nodes, pending }: WalkNodesArgs): void => {
  for (const node of nodes) {
    const isSkipped = (node.condition && !passes({ level, node })) || isAllSkipped
    if (node.kind === 'layout') {
      walk({ groups, isSkipped, level, nodes: node.children, pending })
    } else if (node.kind === 'group') {
      if (node.isSilent) {
        groups.push({ isSkipped, level, node })
      } else {
        pending.push(walkGroup({ isSkipped, level, node }))
      }
    } else if (readHooks({ event: 'beforeChange', node }).length > 0) {
      pending.push(runHooks({ isSkipped, level, node }))
    } else {
      const checked = check({ isSkipped, level, node })
      if (checked) {
        pending.push(checked)
      }
    }
  }
}

type NodeArgs<TNode> = { level: Level; node: TNode }

const passes = ({ level: { args, siblingData }, node }: NodeArgs<PlanNode>): boolean =>
  Boolean(
    node.condition?.(args.data, siblingData, {
      // Typed as always there, and absent outside of blocks.
      blockData: undefined as never,
      operation: args.operation,
      path: node.path,
      user: args.req.user,
    }),
  )

type CheckArgs<TNode> = { isSkipped: boolean } & NodeArgs<TNode>

const walkGroup = async ({ isSkipped, level, node }: CheckArgs<GroupNode>): Promise<void> => {
  if (!isSkipped) {
    // Its own validator, which says nothing.
    await Promise.resolve()
  }
  await walkLevel({ isSkipped, level: enterGroup({ level, node }), nodes: node.children })
}

const enterGroup = ({ level, node: { name } }: NodeArgs<GroupNode>): Level => ({
  args: level.args,
  siblingData: enter({ name, values: level.siblingData }),
  siblingDoc: enter({ name, values: level.siblingDoc }),
  siblingDocWithLocales: enter({ name, values: level.siblingDocWithLocales }),
})

const runHooks = async ({ isSkipped, level, node }: CheckArgs<ValueNode>): Promise<void> => {
  const { args, siblingData, siblingDoc, siblingDocWithLocales } = level
  const { name } = node
  for (const hook of readHooks({ event: 'beforeChange', node })) {
    const value: unknown = await hook({
      blockData: undefined,
      collection: args.plan.collection,
      context: args.context,
      data: args.data,
      field: node.field,
      global: null,
      indexPath: node.indexPath,
      operation: args.operation,
      originalDoc: args.doc,
      path: node.path,
      previousSiblingDoc: siblingDoc,
      previousValue: siblingDoc[name],
      req: args.req,
      schemaPath: node.schemaPath,
      siblingData,
      siblingDocWithLocales,
      siblingFields: node.siblings,
      value: siblingData[name],
    })
    if (value !== undefined) {
      siblingData[name] = value
    }
  }
  await check({ isSkipped, level, node })
}

/** Returns a promise where the validator does. */
const check = ({ isSkipped, level, node }: CheckArgs<ValueNode>): Promise<void> | undefined => {
  const value = level.siblingData[node.name]
  if (node.type === 'number' && typeof value === 'object' && value !== null) {
    refuse({ node, said: 'no number' })
  }
  if (isSkipped || !node.validate || isNothing({ node, value })) {
    return undefined
  }
  const said = node.validate(value, toOptions({ level, node, value }))
  if (said instanceof Promise) {
    return said.then((later) => refuse({ node, said: later }))
  }
  refuse({ node, said })
  return undefined
}

const refuse = ({ node, said }: { node: ValueNode; said: unknown }): void => {
  if (typeof said === 'string') {
    throw new GiveUpError(`${node.path.join('.')}: ${said}`, { isRefusal: true })
  }
}

/** Rich text that nobody wrote is not looked into; everything else is asked of its validator. */
const isNothing = ({ node, value }: { node: ValueNode; value: unknown }): boolean =>
  node.type === 'richText' && (value === null || value === undefined) && !node.base.required

type ToOptionsArgs = { value: unknown } & NodeArgs<ValueNode>

/** What a validator is told. The merged document is built only for one that looks at it. */
const toOptions = ({ level, node, value }: ToOptionsArgs): object => {
  const { args, siblingData, siblingDoc } = level
  const isText = node.type === 'json' && typeof value === 'string'
  if (node.looksAtValueOnly && !isText) {
    return toSharedOptions({ node, req: args.req })
  }
  return {
    ...node.base,
    id: args.id,
    blockData: undefined,
    collectionSlug: args.plan.collection.slug,
    get data() {
      return deepMergeWithSourceArrays(args.doc, args.data)
    },
    event: 'submit',
    jsonError: isText ? findJsonError(value) : undefined,
    operation: args.operation,
    overrideAccess: true,
    path: node.path,
    preferences: { fields: {} },
    previousValue: siblingDoc[node.name],
    req: args.req,
    get siblingData() {
      return deepMergeWithSourceArrays(siblingDoc, siblingData)
    },
  }
}

type SharedOptionsArgs = { node: ValueNode; req: PayloadRequest }

const sharedOptions = new WeakMap<PayloadRequest, Map<ValueNode, object>>()

/** The same for all documents of a transaction. */
const toSharedOptions = ({ node, req }: SharedOptionsArgs): object => {
  let ofRequest = sharedOptions.get(req)
  if (!ofRequest) {
    ofRequest = new Map()
    sharedOptions.set(req, ofRequest)
  }
  let options = ofRequest.get(node)
  if (!options) {
    options = { ...node.base, req }
    ofRequest.set(node, options)
  }
  return options
}

const findJsonError = (value: string): unknown => {
  try {
    JSON.parse(value)
    return undefined
  } catch (error) {
    return error
  }
}
