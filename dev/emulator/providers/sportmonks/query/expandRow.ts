import type { Context, EntityName, Relation, Relations } from '../types.js'
import type { IncludeTree } from './parseQuery.js'

import { isRow, type Row } from '../../../json.js'
import { codedError } from '../WireError.js'
import { isSelected } from './isSelected.js'
import { INCLUDES_NOT_IN_PLAN, relations } from './relations.js'

/** Throws `WireError` on an include that the entity does not have, however deep. */
export const checkIncludes = ({
  entity,
  includes,
}: {
  entity: EntityName
  includes: IncludeTree
}): void => {
  for (const [name, { children }] of includes) {
    const relation = findRelation({ name, of: relations[entity] })
    if (!relation) {
      throw INCLUDES_NOT_IN_PLAN.has(name.toLowerCase())
        ? codedError({
            code: 5002,
            message: `You do not have access to the '${name}' include`,
            status: 403,
          })
        : codedError({
            code: 5001,
            message: `The requested include '${name}' does not exist`,
            status: 404,
          })
    }
    checkIncludes({ entity: relation.to, includes: children })
  }
}

/**
 * The row with its includes, whose keys are in lower case. A relation that a test put into the row
 * itself counts instead of the world's, and is left out when it is not included.
 */
export const expandRow = ({
  context,
  entity,
  fields,
  includes,
  row,
}: {
  context: Context
  entity: EntityName
  /** Only these fields; `null` for all. */
  fields: null | string[]
  includes: IncludeTree
  row: Row
}): Row => {
  const expanded: Row = {}
  const keysOfRelations = new Set(Object.keys(relations[entity]).map((name) => name.toLowerCase()))
  for (const [field, value] of Object.entries(row)) {
    if (!keysOfRelations.has(field) && isSelected({ field, fields })) {
      expanded[field] = value
    }
  }

  for (const [name, { children, fields: nestedFields }] of includes) {
    const relation = findRelation({ name, of: relations[entity] })
    if (!relation) {
      continue
    }
    const key = name.toLowerCase()
    const related = key in row ? row[key] : relation.load({ context, row })
    const expandOne = (each: Row): Row =>
      expandRow({
        context,
        entity: relation.to,
        fields: nestedFields,
        includes: children,
        row: each,
      })

    // What a test put there may be anything: pass on what cannot be expanded.
    expanded[key] = Array.isArray(related)
      ? related.map((each) => (isRow(each) ? expandOne(each) : each))
      : isRow(related)
        ? expandOne(related)
        : (related ?? null)
  }
  return expanded
}

const findRelation = ({ name, of }: { name: string; of: Relations }): Relation | undefined =>
  Object.entries(of).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]
