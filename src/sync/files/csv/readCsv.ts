import { Readable } from 'node:stream'

import type { FileRow, WantedFile } from '../../../sdk/index.js'
import type { ArchiveFile } from '../ArchiveFile.js'

import { FileRefusedError, isSyncError } from '../../../shared/errors/index.js'
import { decodeText } from '../decodeText.js'
import { findHeader } from './findHeader.js'
import { toColumns } from './toColumns.js'

type ReadCsvArgs = { file: ArchiveFile; wanted: WantedFile }

/** A row longer than this is taken for a quote that was never closed. */
const MOST_CHARACTERS = 1_000_000

/** Where a row that could not be taken apart says why. */
const PROBLEM = '#problem'

/**
 * The rows of a CSV file, one after the other as it is unpacked.
 *
 * @throws FileRefusedError for what is no CSV
 */
export async function* readCsv({ file, wanted }: ReadCsvArgs): AsyncGenerator<FileRow> {
  // Only who imports a file needs it.
  const { parse } = await import('csv-parse')
  const { delimiter, names, skipped } = await findHeader({ file, wanted: [wanted] })
  const columns = toColumns({ header: names, wanted })
  const unquoted = columns.indexOf(wanted.unquotedColumn)
  const text = Readable.from(decodeText({ bytes: file.open(), file: file.name }))
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: MOST_CHARACTERS,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  text.on('error', (error) => parser.destroy(error))
  try {
    for await (const parsed of text.pipe(parser)) {
      const { info, record } = parsed as { info: { lines: number }; record: string[] }
      if (info.lines > skipped) {
        yield toRow({ columns, line: info.lines, unquoted, values: record })
      }
    }
  } catch (error) {
    throw toRefusal({ error, file })
  } finally {
    text.destroy()
  }
}

type ToRowArgs = {
  columns: readonly (string | undefined)[]
  line: number
  /** Index of the column whose commas are not always quoted; -1 for none. */
  unquoted: number
  values: string[]
}

const toRow = ({ columns, line, unquoted, values }: ToRowArgs): FileRow => {
  let cells = values
  const surplus = values.length - columns.length
  if (surplus > 0 && values.slice(columns.length).some((value) => value.trim() !== '')) {
    if (unquoted < 0) {
      const why = `Line ${line} has ${values.length} values for ${columns.length} columns.`
      return { [PROBLEM]: why }
    }
    const text = values.slice(unquoted, unquoted + surplus + 1).join(',')
    cells = [...values.slice(0, unquoted), text, ...values.slice(unquoted + surplus + 1)]
  }
  const row: Record<string, string> = {}
  columns.forEach((column, index) => {
    const cell = cells[index]
    if (column !== undefined && cell !== undefined) {
      row[column] = cell
    }
  })
  return row
}

type ToRefusalArgs = { error: unknown; file: ArchiveFile }

const WHYS: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: 'has a row of over a million characters; one of its quotes is not closed',
  CSV_QUOTE_NOT_CLOSED: 'ends inside a quoted value; it is not whole',
}

const toRefusal = ({ error, file: { name } }: ToRefusalArgs): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return !isSyncError(error) && code.startsWith('CSV_')
    ? new FileRefusedError({ fault: 'broken', file: name, why: WHYS[code] ?? 'is no whole CSV' })
    : error
}
