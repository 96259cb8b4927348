/** A row of CSV by its columns, as texts. A column that the row does not reach is absent. */
export type FileRow = Readonly<Record<string, string>>

/** The files of one archive. */
export type OpenFiles<TFile extends string = string> = {
  /** The connection it was brought for: part of the externalId of what belongs to a person. */
  connection: string
  /** Whether it has the file at all. */
  has: (file: TFile) => boolean
  /**
   * The rows of a CSV file, as they are read: never all at once. Where an archive has several of
   * the name, those of all of them. A row that could not be taken apart has only the key `#problem`,
   * which says why; no schema should take it. None for a file that it does not have.
   */
  rows: (file: TFile) => AsyncIterable<FileRow>
  /** As `rows`, the values of a JSON file. */
  values: (file: TFile) => AsyncIterable<unknown>
}

/** An archive that waits to be imported. */
export type WaitingFile = {
  id: string
  /** As it was brought. */
  name: string
}

/** What a resource is handed as `source` where the provider's is of `importFile`. */
export type ImportedFiles<TFile extends string = string> = {
  /** The oldest first. */
  files: readonly WaitingFile[]
  /** Opens one of them; the same object each time. */
  open: (id: string) => Promise<{ date: Date } & OpenFiles<TFile>>
}

/** Whether a resource was handed files. */
export const isImportedFiles = (source: unknown): source is ImportedFiles =>
  typeof source === 'object' && source !== null && 'files' in source && 'open' in source
