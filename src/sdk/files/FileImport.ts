import type { OpenFiles } from './ImportedFiles.js'

/** A file that an archive has, or that is given alone. */
export type WantedFile = {
  /**
   * Columns that tell it apart, as it spells them. Case, blanks and what is in brackets do not
   * count. Only a file that has all of them is read. For CSV.
   */
  columns?: readonly string[]
  /**
   * How it is written: `json` is one value, or a list of them, of 2 MB at most; `lines` is a value
   * of JSON on each line.
   *
   * @default 'csv'
   */
  format?: 'csv' | 'json' | 'lines'
  /**
   * Base names it is known by, in any folder and in any case: `['orders.csv']`. A `*` in one stands
   * for anything.
   */
  names: readonly string[]
  /** Other columns of interest, which may be missing. */
  optionalColumns?: readonly string[]
  /**
   * The one column of free text whose commas are not always quoted: of a row with too many values
   * the surplus is put back into it. Without it such a row is refused.
   *
   * @default none
   */
  unquotedColumn?: string
}

/** What is in archives and deliberately not read. */
export type SkippedFile = {
  /** As people read it: `Viewing history`. */
  label: string
  /** As those of `WantedFile`. */
  names: readonly string[]
}

/** How much is taken. What is over is refused by name. */
export type FileLimits = {
  /** The most bytes that one wanted file may have when it is unpacked. @default 8 GB */
  fileBytes: number
  /** How many times its packed size a wanted file may have, if it has over 1 MB. @default 250 */
  ratio: number
  /** The most bytes that all files of an archive together may have. @default 64 GB */
  totalBytes: number
}

/** What `importFile` is given. */
export type FileImportDefinition<TFile extends string = string> = {
  /**
   * The day or moment that an archive speaks of, by what is in it: the newest of its dates. Which
   * of two archives is newer is decided by it, and an older one takes nothing back.
   *
   * @default the newest date of the files in a zip file, else what whoever brings it says, else
   * when it came
   */
  date?: (files: OpenFiles<TFile>) => Promise<Date | undefined>
  /** What is read, by a name of your own. */
  files: Readonly<Record<TFile, WantedFile>>
  limits?: Partial<FileLimits>
  /** What is known and not read, for people who wonder. @default none */
  skipped?: readonly SkippedFile[]
}

const MARK = Symbol.for('payload-plugin-sync/importFile')

/** A source whose records come in files that people bring. */
export type FileImport<TFile extends string = string> = {
  readonly limits: FileLimits
  readonly mark: typeof MARK
  readonly skipped: readonly SkippedFile[]
} & Pick<FileImportDefinition<TFile>, 'date' | 'files'>

/** Whether a provider's `source` was made by `importFile`. */
export const isFileImport = (source: unknown): source is FileImport =>
  typeof source === 'object' && source !== null && 'mark' in source && source.mark === MARK

const GB = 1_000_000_000

/**
 * A source whose records come in files: an archive (zip) or a single file that somebody uploads, or
 * gives to `payload sync import`. Give it to `defineProvider` as `source`, and `fromFiles` to its
 * resources.
 *
 * @throws Error for a file without names, or with columns where there can be none
 */
export const importFile = <const TFile extends string>({
  date,
  files,
  limits,
  skipped = [],
}: FileImportDefinition<TFile>): FileImport<TFile> => {
  for (const [key, { columns = [], format = 'csv', names }] of Object.entries<WantedFile>(files)) {
    if (names.length === 0) {
      throw new Error(`importFile: "${key}" needs at least one name.`)
    }
    if (format !== 'csv' && columns.length > 0) {
      throw new Error(`importFile: "${key}" is no CSV and has no columns.`)
    }
  }
  return {
    date,
    files,
    limits: { fileBytes: 8 * GB, ratio: 250, totalBytes: 64 * GB, ...limits },
    mark: MARK,
    skipped,
  }
}
