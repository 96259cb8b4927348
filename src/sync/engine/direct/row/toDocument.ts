import type { Plan, PlanNode, Values } from '../plan/Plan.js'
import type { Row } from './toRow.js'

type ToDocumentArgs = { id: number | string; plan: Plan; row: Row }

/** A row as Payload gives it back when it has read it: each field, `null` where nothing is. */
export const toDocument = ({ id, plan, row }: ToDocumentArgs): { id: number | string } & Values => {
  const document = { ...toBlank(plan.nodes), id }
  fill({ nodes: plan.nodes, row, values: document })
  return document
}

type FillArgs = { nodes: readonly PlanNode[]; row: Row; values: Values }

const fill = ({ nodes, row, values }: FillArgs): Values => {
  for (const node of nodes) {
    if (node.kind === 'layout') {
      fill({ nodes: node.children, row, values })
    } else if (node.kind === 'group') {
      const { name, children } = node
      values[name] = fill({ nodes: children, row, values: { ...toBlank(children) } })
    } else if (node.column) {
      const value = row[node.key] ?? null
      const isObject = typeof value === 'object' && value !== null
      values[node.name] = isObject ? structuredClone(value) : value
    }
  }
  return values
}

const blanks = new WeakMap<readonly PlanNode[], Values>()

/** An object with the fields in their order, to be copied: that is a fraction of adding each. */
const toBlank = (nodes: readonly PlanNode[]): Values => {
  const known = blanks.get(nodes)
  if (known) {
    return known
  }
  const blank = Object.fromEntries(listNames(nodes).map((name) => [name, null]))
  blanks.set(nodes, blank)
  return blank
}

/** Of all that a row gives a value to. */
const listNames = (nodes: readonly PlanNode[]): string[] =>
  nodes.flatMap((node) => {
    if (node.kind === 'layout') {
      return listNames(node.children)
    }
    return node.kind === 'group' || node.column ? [node.name] : []
  })
