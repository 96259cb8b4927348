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
  const level = { ...args, pending: [] }
  walk({ level, nodes: plan.nodes, siblingDoc: doc })
  await Promise.all(level.pending)
}

/** What is the same everywhere in a document. */
type Level = { pending: Promise<void>[] } & Pick<WalkArgs, 'req' | 'showsHidden'>

type WalkLevelArgs = { level: Level; nodes: readonly PlanNode[]; siblingDoc: Values }

const walk = ({ level, nodes, siblingDoc }: WalkLevelArgs): void => {
  for (const node of nodes) {
    if (node.kind === 'layout') {
      walk({ level, nodes: node.children, siblingDoc })
    } else if (node.kind === 'group') {
      siblingDoc[node.name] ??= {}
      walk({ level, nodes: node.children, siblingDoc: siblingDoc[node.name] as Values })
    } else if (siblingDoc[node.name] === undefined) {
      level.pending.push(...fillDefault({ node, req: level.req, siblingDoc }))
    } else if (node.isHidden && !level.showsHidden) {
      delete siblingDoc[node.name]
    }
  }
}

type FillDefaultArgs = { node: ValueNode; req: PayloadRequest; siblingDoc: Values }

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
