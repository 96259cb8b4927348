import type { FieldShape, Shape } from '../readShape.js'

import { isReference } from '../../../../sdk/index.js'
import { isObject } from '../flatten.js'
import { isGroup } from '../isGroup.js'
import { FIELD_KINDS, type Kind } from './fieldKinds.js'
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
  shape: whole,
}: FindMisfitsArgs): Misfit[] => {
  const misfits: Misfit[] = []
  const refuse = (path: string, value: unknown, wants: string): void => {
    misfits.push({ given: showValue(value), path, wants })
  }

  type LookArgs = { prefix: string; shape: Shape; told: string; values: Record<string, unknown> }

  const look = ({ prefix, shape, told, values }: LookArgs): void => {
    for (const key of Object.keys(values)) {
      const value = values[key]
      const path = `${prefix}${key}`
      const field = shape.get(path)
      if (value === null || value === undefined) {
        continue
      }
      if (field) {
        check({ field, path: `${told}${key}`, value })
      } else if (isGroup({ path, shape })) {
        if (isObject(value)) {
          look({ prefix: `${path}.`, shape, told: `${told}${key}.`, values: value })
        } else {
          refuse(`${told}${key}`, value, 'an object with the fields of the group')
        }
      }
    }
  }

  type CheckArgs = { field: FieldShape; path: string; value: unknown }

  const check = ({ field, path, value }: CheckArgs): void => {
    if (field.rowShape) {
      checkRows({ field, path, value })
      return
    }
    const kind = field.relationTo
      ? toRelationKind({
          collections,
          idTypeOf,
          isPolymorphic: field.isPolymorphic,
          relationTo: field.relationTo,
        })
      : FIELD_KINDS[field.type]
    if (!kind) {
      return
    }
    // A reference becomes an id, which some keep in a field of another type.
    const fits = (each: unknown): boolean =>
      (isReference(each) && !field.relationTo) || kind.fits(each)
    if (field.hasMany) {
      if (!Array.isArray(value) || !value.every(fits)) {
        const wrong = Array.isArray(value) ? value.find((each) => !fits(each)) : value
        refuse(path, wrong, `a list, each item of it ${kind.wants}`)
      }
    } else if (!fits(value)) {
      refuse(path, value, kind.wants)
    }
  }

  const checkRows = ({ field, path, value }: CheckArgs): void => {
    if (!Array.isArray(value)) {
      refuse(path, value, 'a list of rows')
      return
    }
    value.forEach((row: unknown, index) => {
      const at = `${path}.${index}`
      if (!isObject(row)) {
        refuse(at, row, 'an object with the fields of a row')
        return
      }
      const shape = field.rowShape?.(row.blockType)
      if (shape) {
        look({ prefix: '', shape, told: `${at}.`, values: row })
      } else {
        refuse(`${at}.blockType`, row.blockType, `one of ${(field.rowTypes ?? []).join(', ')}`)
      }
    })
  }

  look({ prefix: '', shape: whole, told: '', values: document })
  return misfits
}

type ToRelationKindArgs = {
  isPolymorphic: boolean | undefined
  relationTo: readonly string[]
} & Pick<FindMisfitsArgs, 'collections' | 'idTypeOf'>

const toRelationKind = ({
  collections,
  idTypeOf,
  isPolymorphic,
  relationTo,
}: ToRelationKindArgs): Kind => {
  const isId = (slug: string, value: unknown): boolean => {
    if (isReference(value)) {
      const target = collections.get(value.resource)
      return target === undefined || target === slug
    }
    // Payload takes an empty text for no document.
    return idTypeOf(slug) === 'number'
      ? Number.isSafeInteger(value) || (typeof value === 'string' && /^\d*$/.test(value))
      : typeof value === 'string' || typeof value === 'number'
  }
  // Asked for only when something is refused.
  const toNames = (): string => relationTo.join(' or ')
  return isPolymorphic
    ? {
        fits: (value) =>
          isReference(value)
            ? relationTo.some((slug) => isId(slug, value))
            : isObject(value) &&
              typeof value.relationTo === 'string' &&
              relationTo.includes(value.relationTo) &&
              isId(value.relationTo, value.value),
        get wants() {
          return `a reference to a record of ${toNames()}, or { relationTo, value } with the id of a document`
        },
      }
    : {
        fits: (value) => relationTo.some((slug) => isId(slug, value)),
        get wants() {
          return `a reference to a record of ${toNames()}, or the id of a document of it`
        },
      }
}
