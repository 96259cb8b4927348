import type { PayloadRequest } from 'payload'

import { deepCopyObjectSimple } from 'payload'

import type { Plan, PlanNode, ValueNode, Values } from '../plan/Plan.js'

type WalkArgs = { doc: Values; plan: Plan; req: PayloadRequest; showsHidden: boolean }

/**
 * What Payload does with the fields of a document that was read, at depth 0: takes hidden ones out
 * and fills in defaults. Changes `doc`. For collections whose fields have no hooks for it.
 *
 * @see `fields/hooks/afterRead/promise.js` of payload
 */
export const walkAfterRead = async ({ doc, plan, ...args }: WalkArgs): Promise<void> => {
  const pending: Promise<void>[] = []
  walk({ ...args, nodes: plan.nodes, pending, siblingDoc: doc })
  await Promise.all(pending)
}

type LevelArgs = {
  nodes: readonly PlanNode[]
  pending: Promise<void>[]
  siblingDoc: Values
} & Omit<WalkArgs, 'doc' | 'plan'>

const walk = ({ nodes, ...args }: LevelArgs): void => {
  const { pending, showsHidden, siblingDoc } = args
  for (const node of nodes) {
    if (node.kind === 'layout') {
      walk({ ...args, nodes: node.children })
    } else if (node.kind === 'group') {
      siblingDoc[node.name] ??= {}
      walk({ ...args, nodes: node.children, siblingDoc: siblingDoc[node.name] as Values })
    } else if (siblingDoc[node.name] === undefined) {
      pending.push(...fillDefault({ ...args, node }))
    } else if (node.isHidden && !showsHidden) {
      delete siblingDoc[node.name]
    }
  }
}

type FillDefaultArgs = { node: ValueNode } & Omit<LevelArgs, 'nodes'>

const fillDefault = ({ node, req, siblingDoc }: FillDefaultArgs): Promise<void>[] => {
  const { name, defaultValue } = node
  if (typeof defaultValue === 'function') {
    const make = defaultValue as (args: object) => unknown
    const { locale, user } = req
    return [
      (async () => {
        siblingDoc[name] = await make({ locale, req, user })
      })(),
    ]
  }
  if (defaultValue !== undefined) {
    siblingDoc[name] =
      typeof defaultValue === 'object' && defaultValue !== null
        ? deepCopyObjectSimple(defaultValue as never)
        : defaultValue
  }
  return []
}
