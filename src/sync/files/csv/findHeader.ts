import type { WantedFile } from '../../../sdk/index.js'
import type { ArchiveFile } from '../ArchiveFile.js'

import { decodeText } from '../decodeText.js'
import { findMissing } from './toColumns.js'

/** What the first row of a CSV file says. */
export type Header = {
  delimiter: string
  names: string[]
  /** How many lines stand before the rows, this one included. */
  skipped: number
}

/** Column names are no longer than this together. */
const MOST_CHARACTERS = 65_536

/** Spreadsheets of some countries separate values by these. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/** A line by which spreadsheets say what separates the values. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/i

type FindHeaderArgs = { file: ArchiveFile; wanted: readonly WantedFile[] }

/**
 * The first row of a file, read with the delimiter that gives most of the columns that one of the
 * wanted files has. Only the beginning of the file is unpacked.
 *
 * @throws FileRefusedError for what is no text
 */
export const findHeader = async ({ file, wanted }: FindHeaderArgs): Promise<Header> => {
  const lines = (await readStart(file)).split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => line.trim() !== '')
  const separator = SEPARATOR_LINE.exec(lines[first]?.trim() ?? '')?.[1]
  const at = separator === undefined ? first : first + 1
  const line = lines[at] ?? ''
  const options = (separator === undefined ? DELIMITERS : [separator]).map((delimiter) => ({
    delimiter,
    names: splitLine({ delimiter, line }),
  }))
  const [best] = options.sort((a, b) => countKnown(b.names, wanted) - countKnown(a.names, wanted))
  return { ...best!, skipped: at + 1 }
}

const countKnown = (header: readonly string[], wanted: readonly WantedFile[]): number =>
  Math.max(
    0,
    ...wanted.map(
      (one) => (one.columns ?? []).length - findMissing({ header, wanted: one }).length,
    ),
  )

const readStart = async (file: ArchiveFile): Promise<string> => {
  let text = ''
  for await (const piece of decodeText({ bytes: file.open(), file: file.name })) {
    text += piece
    if (text.length > MOST_CHARACTERS || /\S[^\n\r]*[\n\r]+[^\n\r]*[\n\r]/.test(text)) {
      break
    }
  }
  return text.slice(0, MOST_CHARACTERS)
}

/** Names of columns hold no line breaks, and quotes only around them. */
const splitLine = ({ delimiter, line }: { delimiter: string; line: string }): string[] => {
  const names: string[] = []
  let name = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') {
      isQuoted = !isQuoted
    } else if (character === delimiter && !isQuoted) {
      names.push(name.trim())
      name = ''
    } else {
      name += character
    }
  }
  return [...names, name.trim()]
}
