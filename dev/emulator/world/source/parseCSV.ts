/**
 * Rows and cells of a CSV text (RFC 4180): quoted cells may hold commas, line breaks and doubled
 * quotes; lines may end in LF or CRLF. A quote that never closes throws, because guessing would
 * silently swallow rows.
 */
export const parseCSV = (text: string): string[][] => {
  const rows: string[][] = []
  let cells: string[] = []
  let position = 0

  while (position < text.length) {
    const cell =
      text[position] === '"' ? quotedCell({ position, text }) : bareCell({ position, text })
    cells.push(cell.value)
    position = cell.end

    if (text[position] === ',') {
      position += 1
      if (position === text.length) {
        cells.push('')
      }
      continue
    }
    if (text[position] === '\r') {
      position += 1
    }
    position += 1
    rows.push(cells)
    cells = []
  }
  if (cells.length > 0) {
    rows.push(cells)
  }
  return rows
}

type CellArgs = { position: number; text: string }
type Cell = { end: number; value: string }

const isCellEnd = (character: string | undefined): boolean =>
  character === undefined || character === ',' || character === '\n' || character === '\r'

const bareCell = ({ position, text }: CellArgs): Cell => {
  let end = position
  while (end < text.length && !isCellEnd(text[end])) {
    end += 1
  }
  return { end, value: text.slice(position, end) }
}

const quotedCell = ({ position, text }: CellArgs): Cell => {
  let close = text.indexOf('"', position + 1)
  while (close !== -1 && text[close + 1] === '"') {
    close = text.indexOf('"', close + 2)
  }
  if (close === -1) {
    throw new Error(`CSV: the quote opened at character ${position} never closes.`)
  }
  if (!isCellEnd(text[close + 1])) {
    throw new Error(`CSV: unexpected text after the quoted cell that ends at character ${close}.`)
  }
  return { end: close + 1, value: text.slice(position + 1, close).replaceAll('""', '"') }
}
