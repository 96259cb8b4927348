import type { FlattenedField, Payload } from 'payload'

import { getTranslation, type I18n } from '@payloadcms/translations'

type Label = Parameters<typeof getTranslation>[0]

export type FoundField = {
  /** `undefined` for a path that the collection does not have. */
  field: FlattenedField | undefined
  /** The labels of all that it is in, and its own. */
  label: string
}

type FindFieldArgs = {
  blocks: Payload['blocks']
  fields: readonly FlattenedField[]
  i18n: I18n
  /** `venue.city`; of a row, with what tells the row apart: `tracks.A.name`. */
  path: string
}

/** The field that a path leads to, and what people call it. */
export const findField = ({ blocks, fields, i18n, path }: FindFieldArgs): FoundField => {
  const { field, labels } = walk({ blocks, fields, keys: path.split('.') })
  return {
    field,
    label: labels
      .map((label) => {
        const text = getTranslation(label, i18n) as unknown
        return typeof text === 'string' ? text : ''
      })
      .join(' / '),
  }
}

type WalkArgs = { keys: string[] } & Pick<FindFieldArgs, 'blocks' | 'fields'>

const walk = ({
  blocks,
  fields,
  keys: [name, ...rest],
}: WalkArgs): { field: FlattenedField | undefined; labels: Label[] } => {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field || name === undefined) {
    return { field: undefined, labels: [[name, ...rest].join('.')] }
  }
  const own = 'label' in field && field.label ? (field.label as Label) : name
  if (rest.length === 0) {
    return { field, labels: [own] }
  }
  const isList = field.type === 'array' || field.type === 'blocks'
  // What tells a row apart may hold dots itself: the longest that leaves a field is its name.
  for (let length = isList ? rest.length - 1 : 0; length >= 0; length -= 1) {
    const row = rest.slice(0, length).join('.')
    const found = walk({ blocks, fields: listFields(field, blocks), keys: rest.slice(length) })
    if (found.field) {
      return { ...found, labels: [own, ...(row ? [row] : []), ...found.labels] }
    }
  }
  return { field: undefined, labels: [own, rest.join('.')] }
}

const listFields = (field: FlattenedField, blocks: Payload['blocks']): FlattenedField[] =>
  field.type === 'blocks'
    ? (field.blockReferences ?? field.blocks).flatMap((block) =>
        typeof block === 'string' ? (blocks[block]?.flattenedFields ?? []) : block.flattenedFields,
      )
    : 'flattenedFields' in field
      ? field.flattenedFields
      : []
