import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { getTranslation } from '@payloadcms/translations'

import type { RecordReport } from '../../../../sync/operations/records/getRecordReport.js'

/** A field that an editor has changed, as people read it. */
export type EditedField = { label: string; path: string; said: string }

type DescribeEditedArgs = {
  collection: SanitizedCollectionConfig | undefined
  /** The document with the reader's rights: a field they may not read is not in it. */
  data: Record<string, unknown>
  edited: RecordReport['edited']
  req: PayloadRequest
}

const LONGEST = 60

/** Fields that hold an editor's value, with what the provider says instead. */
export const describeEdited = ({
  collection,
  data,
  edited,
  req: { i18n },
}: DescribeEditedArgs): EditedField[] =>
  edited
    .filter(({ field }) => hasPath(data, field.split('.')))
    .map(({ field, said }) => ({
      label: labelsOf({ fields: collection?.flattenedFields ?? [], path: field.split('.') })
        .map((label) => toText(getTranslation(label, i18n)))
        .join(' / '),
      path: field,
      said: toText(said),
    }))

const hasPath = (value: unknown, [key, ...rest]: string[]): boolean =>
  key === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    key in value &&
    hasPath((value as Record<string, unknown>)[key], rest))

type LabelsOfArgs = { fields: FlattenedField[]; path: string[] }

type Label = Parameters<typeof getTranslation>[0]

/** The labels of a group and of the field in it; its name where it has none. */
const labelsOf = ({ fields, path: [name, ...rest] }: LabelsOfArgs): Label[] => {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field || name === undefined) {
    return [[name, ...rest].join('.')]
  }
  const own = 'label' in field && field.label ? (field.label as Label) : name
  return rest.length > 0 && 'flattenedFields' in field
    ? [own, ...labelsOf({ fields: field.flattenedFields, path: rest })]
    : [own]
}

const toText = (value: unknown): string => {
  if (value === null || value === undefined) {
    return '–'
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
