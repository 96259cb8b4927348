import { getTranslation, type I18n } from '@payloadcms/translations'

import type { Shown } from '../FieldUnit.js'
import type { Pointer, TitleOf } from './findTitles.js'

const LONGEST = 80
const NOTHING = '–'

type ShowValueArgs = {
  i18n: I18n
  /** The title of the document that a value leads to, if the reader may know it. */
  titleOf: TitleOf
} & Pointer

/** A value of a field as people read it: the labels of options, titles of documents. */
export const showValue = ({ field, i18n, isSaid, titleOf, value }: ShowValueArgs): Shown => {
  if (value === null || value === undefined || value === '') {
    return { text: NOTHING }
  }
  if (Array.isArray(value) && value.length === 0) {
    return { text: NOTHING }
  }
  switch (field?.type) {
    case 'array':
    case 'blocks':
      return { text: Array.isArray(value) ? showRows({ field, i18n, rows: value }) : cut(value) }
    case 'checkbox':
      return { text: i18n.t(value ? 'general:true' : 'general:false') }
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
        ? { isMoment: true, text: value }
        : { text: cut(value) }
    case 'radio':
    case 'select':
      return { text: listed(value, (one) => showOption({ field, i18n, value: one })) }
    case 'relationship':
    case 'upload':
      return {
        text: listed(value, (one) => titleOf({ field, isSaid, value: one }) ?? cut(toId(one))),
      }
    case 'richText':
      return { text: cut(readText(value).trim() || NOTHING) }
    default:
      return { text: listed(value, cut) }
  }
}

const listed = (value: unknown, show: (one: unknown) => string): string =>
  Array.isArray(value) ? cut(value.map(show).join(', ')) : show(value)

const cut = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

type ShowOptionArgs = { field: { options: unknown[] } } & Pick<ShowValueArgs, 'i18n' | 'value'>

const showOption = ({ field: { options }, i18n, value }: ShowOptionArgs): string => {
  const option = options.find(
    (one): one is { label: Parameters<typeof getTranslation>[0]; value: string } =>
      typeof one === 'object' && one !== null && 'value' in one && one.value === value,
  )
  const text = option && (getTranslation(option.label, i18n) as unknown)
  return typeof text === 'string' ? text : cut(value)
}

/** Of what leads to a document, what it is known by here. */
const toId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? 'externalId' in value
      ? value.externalId
      : 'value' in value
        ? value.value
        : 'id' in value
          ? value.id
          : value
    : value

type ShowRowsArgs = {
  field: { labels?: { plural?: unknown; singular?: unknown } | undefined }
  i18n: I18n
  rows: unknown[]
}

/** `3 Tracks`. */
const showRows = ({ field: { labels }, i18n, rows }: ShowRowsArgs): string => {
  const label = rows.length === 1 ? labels?.singular : labels?.plural
  const text = label
    ? (getTranslation(label as Parameters<typeof getTranslation>[0], i18n) as unknown)
    : ''
  return `${rows.length} ${typeof text === 'string' ? text : ''}`.trim()
}

/** The texts of a rich text, in order. */
const readText = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) {
    return ''
  }
  if (Array.isArray(value)) {
    return value.map(readText).join(' ')
  }
  const { children, root, text } = value as Record<string, unknown>
  return typeof text === 'string' ? text : readText(root ?? children)
}
