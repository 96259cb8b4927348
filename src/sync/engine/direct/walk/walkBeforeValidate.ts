import type { PayloadRequest, RequestContext } from 'payload'

import { deepCopyObjectSimple } from 'payload'

import type { GroupNode, Plan, PlanNode, ValueNode, Values } from '../plan/Plan.js'

import { GiveUpError } from '../GiveUpError.js'
import { readHooks } from '../plan/readHooks.js'
import { together } from './together.js'

type WalkArgs = {
  context: RequestContext
  data: Values
  doc: Values
  operation: 'create' | 'update'
  plan: Plan
  req: PayloadRequest
}

/** Where in a document the walk is. */
type Level = { args: WalkArgs; siblingData: Values; siblingDoc: Values }

/**
 * What Payload does with the fields before collection hooks see a document: tidies the values, runs
 * the hooks, and fills what was not said from the document or the default. Changes `data`. Waits
 * where Payload waits, because a hook sees of the other fields what is there at its moment.
 *
 * @see `fields/hooks/beforeValidate/promise.js` of payload
 */
export const walkBeforeValidate = async (args: WalkArgs): Promise<void> => {
  const { data, doc, plan } = args
  const level = { args, siblingData: data, siblingDoc: doc }
  await together((pending) => walkObject({ level, nodes: plan.nodes, pending }))
}

type WalkObjectArgs = {
  level: Level
  nodes: readonly PlanNode[]
  /** Collects what waits. */
  pending: Promise<void>[]
}

/** The values of one object of the document. */
const walkObject = ({ level, nodes, pending }: WalkObjectArgs): void => {
  const held: Held[] = []
  walk({ held, level, nodes, pending })
  flush({ held, level, pending })
}

/** What the document holds of a field, or of a group, of which nothing was said. */
type Held = { group?: GroupNode; name: string; value: unknown }

type WalkNodesArgs = {
  /** Of the fields since the last that waits on its own. */
  held: Held[]
} & WalkObjectArgs

const walk = ({ held, level, nodes, pending }: WalkNodesArgs): void => {
  const { siblingData, siblingDoc } = level
  for (const node of nodes) {
    if (node.kind === 'layout') {
      walk({ held, level, nodes: node.children, pending })
    } else if (node.kind === 'group') {
      if (siblingData[node.name] === undefined) {
        held.push({ name: node.name, group: node, value: cloneShallow(siblingDoc[node.name]) })
      } else {
        flush({ held, level, pending })
        enterGroup({ level, node, pending })
      }
    } else if (!isSettled({ level, node })) {
      if (isHeld({ level, node })) {
        held.push({ name: node.name, value: cloneShallow(siblingDoc[node.name]) })
      } else {
        flush({ held, level, pending })
        pending.push(fill({ level, node }))
      }
    }
  }
}

/** Whether it is only to be taken from the document. */
const isHeld = ({ level: { siblingData, siblingDoc }, node }: NodeArgs<ValueNode>): boolean =>
  siblingData[node.name] === undefined &&
  siblingDoc[node.name] !== undefined &&
  readHooks({ event: 'beforeValidate', node }).length === 0

type FlushArgs = { held: Held[] } & Pick<WalkObjectArgs, 'level' | 'pending'>

const flush = ({ held, level, pending }: FlushArgs): void => {
  if (held.length > 0) {
    pending.push(fillHeld({ held: held.splice(0), level }))
  }
}

type FillHeldArgs = { held: readonly Held[]; level: Level }

/** What `fill` does, for neighbours at once: they would wait as long, each for itself. */
const fillHeld = async ({ held, level }: FillHeldArgs): Promise<void> => {
  const { siblingData } = level
  await Promise.resolve()
  await together((pending) => {
    for (const { name, group, value } of held) {
      if (group) {
        siblingData[name] = value
        enterGroup({ level, node: group, pending })
      } else if (siblingData[name] === undefined) {
        siblingData[name] = value
      }
    }
  })
}

type NodeArgs<TNode> = { level: Level; node: TNode }

type EnterGroupArgs = { pending: Promise<void>[] } & NodeArgs<GroupNode>

const enterGroup = ({ level, node: { name, children }, pending }: EnterGroupArgs): void => {
  const { args, siblingData, siblingDoc } = level
  const inside = {
    args,
    siblingData: enter({ name, values: siblingData }),
    siblingDoc: enter({ name, values: siblingDoc }),
  }
  walkObject({ level: inside, nodes: children, pending })
}

/** Tidies a value. Whether nothing else is to be done with it. */
const isSettled = ({ level: { siblingData, siblingDoc }, node }: NodeArgs<ValueNode>): boolean => {
  const { name, defaultValue } = node
  const value = tidy({ node, value: siblingData[name] })
  siblingData[name] = value
  const hasFallback = defaultValue !== undefined || siblingDoc[name] !== undefined
  return (
    (value !== undefined || !hasFallback) &&
    readHooks({ event: 'beforeValidate', node }).length === 0
  )
}

type EnterArgs = { name: string; values: Values }

/** The values of a group, which is made where there is none. */
export const enter = ({ name, values }: EnterArgs): Values => {
  if (typeof values[name] !== 'object') {
    values[name] = {}
  }
  const inside = values[name]
  if (inside === null || Array.isArray(inside)) {
    throw new GiveUpError(`${name} is no group of values`)
  }
  return inside as Values
}

const fill = async ({ level, node }: NodeArgs<ValueNode>): Promise<void> => {
  const { args, siblingData, siblingDoc } = level
  const { name, defaultValue } = node
  const fallback =
    siblingData[name] === undefined ? await readFallback({ name, defaultValue, level }) : undefined
  for (const hook of readHooks({ event: 'beforeValidate', node })) {
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
      overrideAccess: true,
      path: node.path,
      previousSiblingDoc: siblingDoc,
      previousValue: siblingDoc[name],
      req: args.req,
      schemaPath: node.schemaPath,
      siblingData,
      siblingFields: node.siblings,
      value: siblingData[name] === undefined ? fallback : siblingData[name],
    })
    if (value !== undefined) {
      siblingData[name] = value
    }
  }
  if (siblingData[name] === undefined) {
    siblingData[name] = fallback
  }
}

type ReadFallbackArgs = { defaultValue: unknown; level: Level; name: string }

/** @see `fields/hooks/beforeValidate/getFallbackValue.js` of payload */
const readFallback = async ({
  name,
  defaultValue,
  level: { args, siblingDoc },
}: ReadFallbackArgs): Promise<unknown> => {
  const held = siblingDoc[name]
  if (held !== undefined) {
    return cloneShallow(held)
  }
  return defaultValue === undefined ? undefined : await readDefault({ defaultValue, req: args.req })
}

type ReadDefaultArgs = { defaultValue: unknown; req: PayloadRequest }

/** @see `fields/getDefaultValue.js` of payload */
const readDefault = async ({ defaultValue, req }: ReadDefaultArgs): Promise<unknown> => {
  if (typeof defaultValue === 'function') {
    const make = defaultValue as (args: object) => unknown
    return await make({ locale: req.locale || '', req, user: req.user })
  }
  return typeof defaultValue === 'object'
    ? deepCopyObjectSimple(defaultValue as never)
    : defaultValue
}

/** As far as Payload copies what it takes from the document. */
const cloneShallow = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map((each: unknown) =>
      typeof each === 'object' && each !== null ? { ...each } : each,
    )
  }
  return typeof value === 'object' && value !== null ? { ...value } : value
}

type TidyArgs = { node: ValueNode; value: unknown }

const tidy = ({ node: { type, takesNumbers }, value }: TidyArgs): unknown => {
  if (type === 'checkbox' && typeof value === 'string') {
    return value === 'true' ? true : value === 'false' || value === '' ? false : value
  }
  if (type === 'number' && typeof value === 'string') {
    return value.trim() === '' ? null : Number.parseFloat(value.trim())
  }
  if (type === 'relationship') {
    if (value === '' || value === 'none' || value === 'null' || value === null) {
      return null
    }
    if (typeof value === 'object') {
      throw new GiveUpError('a reference to a whole document')
    }
    return takesNumbers && value ? Number.parseFloat(value as string) : value
  }
  if (type === 'richText' && typeof value === 'string') {
    throw new GiveUpError('rich text as text')
  }
  return value
}
