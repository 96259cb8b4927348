import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** What the engine must know of a field to compare and write it. */
export type FieldShape = {
  /** What Payload fills in where nothing was said. */
  defaultValue: unknown
  isLocalized: boolean
  type: FlattenedField['type']
}

/** The fields of a collection by path; those of a group are `group.field`. */
export type Shape = ReadonlyMap<string, FieldShape>

const readFields = (fields: FlattenedField[], prefix: string): [string, FieldShape][] =>
  fields.flatMap((field): [string, FieldShape][] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'group' || (field.type === 'tab' && 'name' in field)) {
      return readFields(field.flattenedFields, `${path}.`)
    }
    const defaultValue = 'defaultValue' in field ? field.defaultValue : undefined
    return [
      [
        path,
        {
          type: field.type,
          defaultValue: typeof defaultValue === 'function' ? undefined : defaultValue,
          isLocalized: 'localized' in field && field.localized === true,
        },
      ],
    ]
  })

/**
 * The fields a collection really has after the project's overrides. What a provider maps beyond
 * them is left out, so that a project may drop a field.
 */
export const readShape = ({
  flattenedFields,
}: Pick<SanitizedCollectionConfig, 'flattenedFields'>): Shape =>
  new Map(readFields(flattenedFields, ''))
