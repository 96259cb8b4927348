/** One file of an archive, or the one that was given alone. */
export type ArchiveFile = {
  /** When it was last changed, where the archive says so. */
  changedAt: Date | undefined
  /** With its folders. */
  name: string
  /** Unpacks it from its beginning, as it is asked for. Whoever stops early ends it. */
  open: () => AsyncIterable<Uint8Array>
  /** Unpacked. */
  size: number
}

/** Its name without folders, in small letters. */
export const toBaseName = (name: string): string =>
  name.slice(name.lastIndexOf('/') + 1).toLowerCase()
