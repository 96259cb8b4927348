import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Payload } from 'payload'

import type { VersionTable } from '../../../store/documents/insertVersions.js'
import type { Plan, PlanNode, ValueNode } from './Plan.js'

import { findPrepareMany } from '../../../../sdk/content/givenOnce.js'
import { findContentTable, findVersionsTable } from '../../../store/findContentTable.js'
import { hasReplicas } from '../../../store/replicas/hasReplicas.js'
import { isOrderable } from './isOrderable.js'
import { readNodes } from './readNodes.js'

export type PlanResult = { plan: Plan } | { reasons: string[] }

type ReadPlanArgs = {
  /** Slug. */
  collection: string
  payload: Payload
}

const plans = new WeakMap<object, PlanResult>()

/**
 * How documents of a collection can be written directly, or why they cannot. Read once for a
 * config, which Payload replaces as a whole in development.
 */
export const readPlan = ({ collection: slug, payload }: ReadPlanArgs): PlanResult => {
  const collection = payload.collections[slug]!.config
  const known = plans.get(collection)
  const result = known ?? makePlan({ collection: slug, payload })
  plans.set(collection, result)
  return result
}

const makePlan = ({ collection: slug, payload }: ReadPlanArgs): PlanResult => {
  const collection = payload.collections[slug]!.config
  const table = findContentTable({ collection: slug, payload })
  if (!table) {
    return { reasons: ['it has no table'] }
  }
  const reasons = [
    ...(collection.auth ? ['its documents are users'] : []),
    ...(collection.upload ? ['its documents are files'] : []),
    ...(isOrderable(collection) ? ['it is orderable'] : []),
    ...(collection.forceSelect && Object.keys(collection.forceSelect).length > 0
      ? ['it has forceSelect']
      : []),
    ...(hasReplicas(payload) ? ['the database has read replicas'] : []),
  ]
  const nodes = readNodes({ fields: collection.fields, payload, reasons, table })
  if (reasons.length > 0) {
    return { reasons }
  }
  const values = listValues(nodes)
  const columns = values.filter(
    (node): node is Plan['columns'][number] => node.column !== undefined,
  )
  const versions = readVersions({ slug, columns, payload })
  if (versions === 'unknown') {
    return { reasons: ['its versions have no column for each field'] }
  }
  const hooked = (event: string): number =>
    values.filter(({ field }) => {
      const hooks = field.hooks as Partial<Record<string, unknown[]>> | undefined
      return (hooks?.[event]?.length ?? 0) > 0
    }).length
  return {
    plan: {
      collection,
      columns,
      nodes,
      own: {
        afterChange: hooked('afterChange') === 0,
        afterRead: hooked('afterRead') === 0,
        beforeChange: hooked('beforeChange') <= 1,
        beforeValidate: hooked('beforeValidate') <= 1,
      },
      preparations: values.flatMap(({ field }) => findPrepareMany(field.custom) ?? []),
      richText: values.filter(({ type }) => type === 'richText').map(({ path }) => path),
      table,
      ...(versions && { versions }),
    },
  }
}

type ReadVersionsArgs = { columns: Plan['columns']; payload: Payload; slug: string }

const readVersions = ({
  slug,
  columns,
  payload,
}: ReadVersionsArgs): 'unknown' | undefined | VersionTable => {
  const { versions } = payload.collections[slug]!.config
  if (!versions) {
    return undefined
  }
  const table = findVersionsTable({ collection: slug, payload })
  const inVersions = columns.map(({ key }) => [key, table?.[`version_${key}`]] as const)
  return table && inVersions.every(([, column]) => column !== undefined)
    ? {
        columns: new Map(inVersions as (readonly [string, PgColumn])[]),
        hasDrafts: Boolean(versions.drafts),
        max: versions.maxPerDoc ?? 100,
        table,
      }
    : 'unknown'
}

const listValues = (nodes: readonly PlanNode[]): ValueNode[] =>
  nodes.flatMap((node) => (node.kind === 'value' ? [node] : listValues(node.children)))
