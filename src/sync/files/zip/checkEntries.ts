import type { Entry } from 'yauzl'

import type { FileLimits } from '../../../sdk/index.js'
import type { FileFault } from '../../../shared/errors/index.js'
import type { ByteSource } from '../ByteSource.js'

import { FileRefusedError } from '../../../shared/errors/index.js'

const MOST_ENTRIES = 100_000

/** Bytes before the content of an entry, without its name. */
const LOCAL_HEADER_BYTES = 30

/** The kind of a file, in the attributes that Unix gives it, and that of a symbolic link. */
const KIND = 0o170000
const LINK = 0o120000

type CheckEntriesArgs = {
  archive: ByteSource
  /** Those read so far; the last one is new. */
  entries: readonly Entry[]
  limits: FileLimits
}

/** The place and size of what is checked so far, so that each entry is looked at once. */
const sums = new WeakMap<readonly Entry[], { packed: number; total: number }>()

/**
 * Refuses the archive whose newest entry must not be in one.
 *
 * @throws FileRefusedError that names the entry
 */
export const checkEntries = ({ archive, entries, limits }: CheckEntriesArgs): void => {
  const entry = entries.at(-1)!
  const refuse = (fault: FileFault, why: string): never => {
    throw new FileRefusedError({ fault, file: archive.name, why })
  }
  const sum = sums.get(entries) ?? { packed: 0, total: 0 }
  sums.set(entries, sum)
  sum.packed += entry.compressedSize + LOCAL_HEADER_BYTES + entry.fileNameLength
  sum.total += entry.uncompressedSize
  if (entries.length > MOST_ENTRIES) {
    refuse('bomb', `has over ${MOST_ENTRIES} files`)
  }
  if (entry.isEncrypted()) {
    refuse('encrypted', `is encrypted ("${entry.fileName}"); bring it without a password`)
  }
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) {
    refuse('link', `has a symbolic link ("${entry.fileName}")`)
  }
  // Each by itself is small, and all of them lie on the same bytes.
  if (sum.packed > archive.size) {
    refuse('bomb', `has files that lie over each other ("${entry.fileName}"), as zip bombs do`)
  }
  if (sum.total > limits.totalBytes) {
    refuse(
      'bomb',
      `would have over ${Math.round(limits.totalBytes / 1_000_000)} MB when it is unpacked ` +
        `(up to "${entry.fileName}"), as zip bombs do`,
    )
  }
}
