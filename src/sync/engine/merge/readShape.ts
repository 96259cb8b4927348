import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'

import { isGivenOnce } from '../../../sdk/content/givenOnce.js'

/** What the engine must know of a field to compare, check and write it. */
export type FieldShape = {
  /** What Payload fills in where nothing was said. */
  defaultValue: unknown
  hasMany?: boolean
  /** Whether it is a day without a time: whatever its time is says nothing. */
  isDay?: boolean
  /** Whether a hook of the collection fills it when it is empty, and no provider speaks of it. */
  isGivenOnce?: boolean
  isPolymorphic?: boolean
  /** Which key of its path holds a value per locale, counted from 0: its own, or a group's. */
  localeAt?: number
  /** Slugs it may point to; of `Array` form in Payload's config where `isPolymorphic`. */
  relationTo?: readonly string[]
  /** The fields of a row; of `blocks`, by the type of the block. */
  rowShape?: (blockType: unknown) => Shape | undefined
  /** Of `blocks`: the types that a row may have. */
  rowTypes?: readonly string[]
  type: FlattenedField['type']
}

/** The fields of a collection, or of a row, by path; those of a group are `group.field`. */
export type Shape = ReadonlyMap<string, FieldShape>

type Blocks = Readonly<Record<string, { flattenedFields: FlattenedField[] }>>

type ReadFieldsArgs = {
  blocks: Blocks
  fields: readonly FlattenedField[]
  /** Whether an array around the fields has rows of its own for each locale. */
  isInLocale?: boolean
  keys?: readonly string[]
  /**
   * As of `FieldShape`, where a group around the fields, or the array they are in, is localized.
   */
  localeAt?: number
}

const readFields = ({
  blocks,
  fields,
  isInLocale = false,
  keys: parents = [],
  localeAt: parentLocaleAt,
}: ReadFieldsArgs): [string, FieldShape][] =>
  fields.flatMap((field): [string, FieldShape][] => {
    const keys = [...parents, field.name]
    const isLocalized = 'localized' in field && field.localized === true && !isInLocale
    const localeAt = parentLocaleAt ?? (isLocalized ? parents.length : undefined)
    if (field.type === 'group' || (field.type === 'tab' && 'name' in field)) {
      return readFields({ blocks, fields: field.flattenedFields, isInLocale, keys, localeAt })
    }
    const defaultValue = 'defaultValue' in field ? field.defaultValue : undefined
    const inRows = isInLocale || localeAt !== undefined
    return [
      [
        keys.join('.'),
        {
          type: field.type,
          defaultValue: typeof defaultValue === 'function' ? undefined : defaultValue,
          ...(localeAt !== undefined && { localeAt }),
          ...(isDay(field) && { isDay: true }),
          ...(isGivenOnce(field.custom) && { isGivenOnce: true }),
          ...('hasMany' in field && field.hasMany === true && { hasMany: true }),
          ...(isRelation(field) && {
            isPolymorphic: Array.isArray(field.relationTo),
            relationTo: [field.relationTo].flat(),
          }),
          ...((field.type === 'array' || field.type === 'blocks') && {
            rowShape: toRowShape({ blocks, field, isInLocale: inRows }),
          }),
          ...(field.type === 'blocks' && { rowTypes: listBlocks(field) }),
        },
      ],
    ]
  })

const isDay = (field: FlattenedField): boolean =>
  field.type === 'date' && field.admin?.date?.pickerAppearance === 'dayOnly'

type Relation = Extract<FlattenedField, { type: 'relationship' | 'upload' }>

const isRelation = (field: FlattenedField): field is Relation =>
  field.type === 'relationship' || field.type === 'upload'

type ToRowShapeArgs = {
  blocks: Blocks
  field: Extract<FlattenedField, { type: 'array' | 'blocks' }>
  isInLocale: boolean
}

/** Read when it is asked for: a block may be allowed inside itself. */
const toRowShape = ({
  blocks,
  field,
  isInLocale,
}: ToRowShapeArgs): NonNullable<FieldShape['rowShape']> => {
  const known = new Map<unknown, Shape | undefined>()
  return (blockType) => {
    const key = field.type === 'array' ? undefined : blockType
    if (!known.has(key)) {
      const fields =
        field.type === 'array'
          ? field.flattenedFields
          : findBlock({ blocks, blockType, field })?.flattenedFields
      known.set(key, fields && new Map(readFields({ blocks, fields, isInLocale })))
    }
    return known.get(key)
  }
}

const listBlocks = ({ blockReferences, blocks }: FindBlockArgs['field']): string[] =>
  (blockReferences ?? blocks).map((block) => (typeof block === 'string' ? block : block.slug))

type FindBlockArgs = {
  blocks: Blocks
  blockType: unknown
  field: Extract<FlattenedField, { type: 'blocks' }>
}

const findBlock = ({ blocks, blockType, field }: FindBlockArgs) => {
  const found = (field.blockReferences ?? field.blocks).find(
    (block) => (typeof block === 'string' ? block : block.slug) === blockType,
  )
  return typeof found === 'string' ? blocks[found] : found
}

type ReadShapeArgs = { blocks?: Payload['blocks'] } & Pick<
  SanitizedCollectionConfig,
  'flattenedFields'
>

/**
 * The fields a collection really has after the project's overrides. What a provider maps beyond
 * them is left out, so that a project may drop a field.
 */
export const readShape = ({ blocks = {}, flattenedFields }: ReadShapeArgs): Shape =>
  new Map(readFields({ blocks, fields: flattenedFields }))
