/** How far a file that somebody brought has come. */
export const FILE_STATUSES = [
  /** Its bytes are still coming. */
  'receiving',
  /** Looked at, and for whoever brought it to say whether it is imported. */
  'waiting',
  'importing',
  /** It could not be read to its end; its content is still there. */
  'failed',
  /** Read by every resource. Its content is gone, unless the project keeps it. */
  'imported',
] as const

/** How far a file has come: one of `FILE_STATUSES`. */
export type FileStatus = (typeof FILE_STATUSES)[number]

/** What is in a file, as it was found when it came. */
export type FileFindings = {
  /** The files in it that are read, with their rows, where all of them were looked at. */
  files: { name: string; rows?: number }[]
  /** How many others it has. */
  others: number
  /** What each resource makes of it. */
  resources: {
    /** Slug of the collection that its records go to. */
    collection: string
    /** First and last of the days that the records are about. */
    days: { first: string; last: string } | null
    /** How many records have which value, by field, the most frequent first. */
    groups: { field: string; values: { records: number; value: string }[] }[]
    /** Records that would be refused. */
    invalid: number
    /** Whether there are more records than were counted. */
    isCut: boolean
    name: string
    /** What is wrong with the first of those that would be refused. */
    problems: string[]
    records: number
    /** What the amounts of the records come to, by what they are counted in. */
    sums: { records: number; total: string; unit: string }[]
    /** What the first of them are, each in a line. */
    titles: string[]
    /** How many records are about which year, the newest first. */
    years: { records: number; year: string }[]
  }[]
  /** What is known and not kept: the viewing history of somebody. */
  skipped: { bytes: number; label: string; name: string }[]
}

/** A row of `syncFiles`. */
export type StoredFile = {
  connection: string
  /** ISO 8601. */
  createdAt: string
  found: FileFindings | null
  /** The moment it speaks of, ISO 8601: of two files the later one is newer. */
  heldAt: null | string
  id: string
  importedAt: null | string
  name: string
  /** Resources that have not read it yet; none before somebody said that it is to be imported. */
  pending: string[]
  problem: null | string
  provider: string
  /** Ids of the runs that import it. */
  runs: string[]
  /** Of its bytes, in hexadecimal; `null` before all of them are here. */
  sha256: null | string
  /** In bytes. */
  size: number
  status: FileStatus
}
