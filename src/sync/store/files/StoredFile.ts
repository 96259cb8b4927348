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
  /** Names of the files in it that are read. */
  files: string[]
  /** How many others it has. */
  others: number
  /** What each resource makes of it. */
  resources: {
    /** Records that would be refused. */
    invalid: number
    /** Whether there are more records than were counted. */
    isCut: boolean
    name: string
    records: number
    /** What the first of them are, each in a line. */
    titles: string[]
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
  /** In bytes. */
  size: number
  status: FileStatus
}
