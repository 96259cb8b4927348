import { stringify } from 'csv-stringify/sync'

import type { Column } from './listColumns.js'

export const EXPORT_FORMATS = ['csv', 'json'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

type Row = Readonly<Record<string, unknown>>

/** How documents become text, part by part. */
type Format = {
  end: (args: { isEmpty: boolean }) => string
  rows: (args: { isFirst: boolean; rows: readonly Row[] }) => string
  start: string
}

/** What a spreadsheet takes for a formula, and blanks that it does not see before one. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff0b\uff0d\uff1d\uff20])/

/** By this Excel knows that a text is not in the character set of its country. */
const BYTE_ORDER_MARK = '\ufeff'

type CreateFormatArgs = {
  columns: readonly Column[]
  format: ExportFormat
  hasByteOrderMark: boolean
}

export const createFormat = ({ columns, format, hasByteOrderMark }: CreateFormatArgs): Format =>
  format === 'csv' ? createCsv({ columns, hasByteOrderMark }) : createJson(columns)

const createCsv = ({ columns, hasByteOrderMark }: Omit<CreateFormatArgs, 'format'>): Format => ({
  end: () => '',
  rows: ({ rows }) =>
    toLines(rows.map((row) => columns.map((column) => toCell(readValue({ column, row }))))),
  start:
    (hasByteOrderMark ? BYTE_ORDER_MARK : '') + toLines([columns.map((path) => path.join('.'))]),
})

const toLines = (cells: readonly (readonly string[])[]): string =>
  stringify([...cells], { quoted_match: /[\r\n]/, record_delimiter: '\r\n' })

/**
 * A value as one cell: texts as they are, where a spreadsheet would not take them for a formula,
 * numbers and moments as JSON has them, and what has parts (lists, rich text, places) as JSON.
 */
export const toCell = (value: unknown): string => {
  if (value === null || value === undefined) {
    return ''
  }
  if (typeof value === 'string') {
    return FORMULA.test(value) ? `'${value}` : value
  }
  return value instanceof Date ? value.toISOString() : JSON.stringify(value)
}

const createJson = (columns: readonly Column[]): Format => ({
  end: ({ isEmpty }) => (isEmpty ? ']\n' : '\n]\n'),
  rows: ({ isFirst, rows }) =>
    rows
      .map((row, index) => {
        const document = JSON.stringify(pick({ columns, row }))
        return `${isFirst && index === 0 ? '\n' : ',\n'}${document}`
      })
      .join(''),
  start: '[',
})

type ReadValueArgs = { column: Column; row: Row }

const readValue = ({ column, row }: ReadValueArgs): unknown =>
  column.reduce<unknown>(
    (parent, name) => (isRow(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined),
    row,
  )

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** The document without what is in no column. What somebody may not read is not there at all. */
const pick = ({ columns, row }: { columns: readonly Column[]; row: Row }): Row => {
  const picked: Record<string, unknown> = {}
  for (const column of columns) {
    const value = readValue({ column, row })
    if (value === undefined) {
      continue
    }
    let parent = picked
    for (const name of column.slice(0, -1)) {
      parent = (parent[name] ??= {}) as Record<string, unknown>
    }
    parent[column.at(-1)!] = value
  }
  return picked
}
