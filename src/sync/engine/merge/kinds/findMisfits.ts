import type { FieldShape, Shape } from '../readShape.js'

import { isReference } from '../../../../sdk/index.js'
import { isObject } from '../flatten.js'
import { isGroup } from '../isGroup.js'
import { FIELD_KINDS } from './fieldKinds.js'
import { showValue } from './showValue.js'

/** A value that its field cannot take. */
export type Misfit = {
  /** The value as a message shows it. */
  given: string
  /** Of the field, with the numbers of rows: `tracks.0.price`. */
  path: string
  /** What the field takes, in words. */
  wants: string
}

type FindMisfitsArgs = {
  /** Slugs by resource. */
  collections: ReadonlyMap<string, string>
  document: Record<string, unknown>
  /** What ids of a collection are, by its slug. */
  idTypeOf: (slug: string) => 'number' | 'text'
  shape: Shape
}

/** The values of a mapped document that are of another kind than their fields. */
export const findMisfits = ({
  collections,
  document,
  idTypeOf,
  shape,
}: FindMisfitsArgs): Misfit[] => {
  const search: Search = { collections, idTypeOf, misfits: [] }
  look({ prefix: '', search, shape, told: '', values: document })
  return search.misfits
}

/** One for a whole document, as each of a great many values is looked at. */
type Search = { misfits: Misfit[] } & Pick<FindMisfitsArgs, 'collections' | 'idTypeOf'>

type LookArgs = {
  /** Of the path within `shape`. */
  prefix: string
  search: Search
  shape: Shape
  /** Of the path as it is told. */
  told: string
  values: Record<string, unknown>
}

const look = ({ prefix, search, shape, told, values }: LookArgs): void => {
  for (const key of Object.keys(values)) {
    const value = values[key]
    if (value === null || value === undefined) {
      continue
    }
    const path = `${prefix}${key}`
    const field = shape.get(path)
    if (field) {
      check({ field, path: `${told}${key}`, search, value })
    } else if (isGroup({ path, shape })) {
      if (isObject(value)) {
        look({ prefix: `${path}.`, search, shape, told: `${told}${key}.`, values: value })
      } else {
        const wants = 'an object with the fields of the group'
        search.misfits.push(toMisfit({ path: `${told}${key}`, value, wants }))
      }
    }
  }
}

type ToMisfitArgs = { path: string; value: unknown; wants: string }

const toMisfit = ({ path, value, wants }: ToMisfitArgs): Misfit => ({
  given: showValue(value),
  path,
  wants,
})

type CheckArgs = { field: FieldShape; path: string; search: Search; value: unknown }

const check = ({ field, path, search, value }: CheckArgs): void => {
  if (field.rowShape) {
    checkRows({ field, path, search, value })
  } else if (!field.hasMany) {
    if (!fits({ field, search, value })) {
      search.misfits.push(toMisfit({ path, value, wants: toWants(field) }))
    }
  } else {
    const wrong = Array.isArray(value)
      ? value.filter((each: unknown) => !fits({ field, search, value: each }))
      : [value]
    if (wrong.length > 0 && (field.relationTo || FIELD_KINDS[field.type])) {
      const wants = `a list, each item of it ${toWants(field)}`
      search.misfits.push(toMisfit({ path, value: wrong[0], wants }))
    }
  }
}

const checkRows = ({ field, path, search, value }: CheckArgs): void => {
  if (!Array.isArray(value)) {
    search.misfits.push(toMisfit({ path, value, wants: 'a list of rows' }))
    return
  }
  value.forEach((row: unknown, index) => {
    const at = `${path}.${index}`
    if (!isObject(row)) {
      const wants = 'an object with the fields of a row'
      search.misfits.push(toMisfit({ path: at, value: row, wants }))
      return
    }
    const shape = field.rowShape?.(row.blockType)
    if (shape) {
      look({ prefix: '', search, shape, told: `${at}.`, values: row })
    } else {
      const wants = `one of ${(field.rowTypes ?? []).join(', ')}`
      search.misfits.push(toMisfit({ path: `${at}.blockType`, value: row.blockType, wants }))
    }
  })
}

type FitsArgs = { field: FieldShape; search: Search; value: unknown }

const fits = ({ field, search, value }: FitsArgs): boolean => {
  const { isPolymorphic, relationTo } = field
  if (!relationTo) {
    // A reference becomes an id, which some keep in a field of another type.
    return isReference(value) || (FIELD_KINDS[field.type]?.fits(value) ?? true)
  }
  if (!isPolymorphic || isReference(value)) {
    return relationTo.some((slug) => isId({ slug, search, value }))
  }
  return (
    isObject(value) &&
    typeof value.relationTo === 'string' &&
    relationTo.includes(value.relationTo) &&
    isId({ slug: value.relationTo, search, value: value.value })
  )
}

type IsIdArgs = { search: Search; slug: string; value: unknown }

const isId = ({ slug, search: { collections, idTypeOf }, value }: IsIdArgs): boolean => {
  if (isReference(value)) {
    const target = collections.get(value.resource)
    return target === undefined || target === slug
  }
  // Payload takes an empty text for no document.
  return idTypeOf(slug) === 'number'
    ? Number.isSafeInteger(value) || (typeof value === 'string' && /^\d*$/.test(value))
    : typeof value === 'string' || typeof value === 'number'
}

/** In words that follow on "wants". */
const toWants = ({ type, isPolymorphic, relationTo }: FieldShape): string => {
  if (!relationTo) {
    return FIELD_KINDS[type]?.wants ?? 'anything'
  }
  const names = relationTo.join(' or ')
  return isPolymorphic
    ? `a reference to a record of ${names}, or { relationTo, value } with the id of a document`
    : `a reference to a record of ${names}, or the id of a document of it`
}
