import type { WantedFile } from '../../../sdk/index.js'

type ToColumnsArgs = {
  /** The names in the first row. */
  header: readonly string[]
  wanted: Pick<WantedFile, 'columns' | 'optionalColumns'>
}

/**
 * What each column of a file is called: as the wanted file spells it where it knows it, else as the
 * file does. A name that comes twice is that of its first column; the others are left out.
 */
export const toColumns = ({
  header,
  wanted: { columns = [], optionalColumns = [] },
}: ToColumnsArgs): (string | undefined)[] => {
  const known = [...columns, ...optionalColumns]
  const exact = new Map(known.map((name) => [toPlain(name), name]))
  const loose = new Map(known.map((name) => [toPlain(withoutBrackets(name)), name]))
  const taken = new Set<string>()
  const plain = new Set(header.map(toPlain))
  return header.map((name) => {
    const short = loose.get(toPlain(withoutBrackets(name)))
    const found =
      exact.get(toPlain(name)) ??
      // `Start Time (UTC)` stands for `Start Time`, unless that is there as well.
      (short !== undefined && !plain.has(toPlain(short)) ? short : name.trim())
    if (taken.has(found)) {
      return undefined
    }
    taken.add(found)
    return found
  })
}

/** Which of the columns that a file must have are not in its first row. */
export const findMissing = ({ header, wanted }: ToColumnsArgs): string[] => {
  const found = new Set(toColumns({ header, wanted }))
  return (wanted.columns ?? []).filter((column) => !found.has(column))
}

const toPlain = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '')

const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)\s*$/, '')
