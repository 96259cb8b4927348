import type { Plan, PlanNode, Values } from '../plan/Plan.js'
import type { Row } from './toRow.js'

type ToDocumentArgs = { id: number | string; plan: Plan; row: Row }

/** A row as Payload gives it back when it has read it: each field, `null` where nothing is. */
export const toDocument = ({ id, plan, row }: ToDocumentArgs): { id: number | string } & Values => {
  const document = { id }
  fill({ nodes: plan.nodes, row, values: document })
  return document
}

type FillArgs = { nodes: readonly PlanNode[]; row: Row; values: Values }

const fill = ({ nodes, row, values }: FillArgs): void => {
  for (const node of nodes) {
    if (node.kind === 'layout') {
      fill({ nodes: node.children, row, values })
    } else if (node.kind === 'group') {
      const inside: Values = {}
      fill({ nodes: node.children, row, values: inside })
      values[node.name] = inside
    } else if (node.column) {
      const value = row[node.key] ?? null
      values[node.name] = node.values === 'json' ? structuredClone(value) : value
    }
  }
}
