import type { Entry, ZipFile } from 'yauzl'

import { Readable } from 'node:stream'

import type { FileLimits } from '../../../sdk/index.js'
import type { ArchiveFile } from '../ArchiveFile.js'
import type { ByteSource } from '../ByteSource.js'

import { FileRefusedError } from '../../../shared/errors/index.js'
import { checkEntries } from './checkEntries.js'
import { toZipRefusal } from './toZipRefusal.js'

/** What a computer of one kind puts beside the files of an archive. */
const NO_FILES = /^__MACOSX\/|(?:^|\/)(?:\._|\.DS_Store$)/

type OpenZipArgs = { bytes: ByteSource; limits: FileLimits }

/**
 * The files of a zip archive, by its list; none of them is unpacked before it is opened.
 *
 * @throws FileRefusedError for what is no zip file, and for one with encrypted files, symbolic links,
 * paths that lead out of it, or files that lie over each other or are too large
 */
export const openZip = async ({ bytes, limits }: OpenZipArgs): Promise<ArchiveFile[]> => {
  // Only who imports a file needs it.
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import('yauzl')
  class Reader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(bytes.read({ end, start }), { objectMode: false })
    }
  }
  try {
    const zip = await fromRandomAccessReaderPromise(new Reader(), bytes.size, {
      autoClose: false,
      lazyEntries: true,
      validateEntrySizes: true,
    })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      checkEntries({ archive: bytes, entries, limits })
    }
    return entries
      .filter(({ fileName }) => !fileName.endsWith('/') && !NO_FILES.test(fileName))
      .map((entry) => toFile({ archive: bytes.name, entry, limits, zip }))
  } catch (error) {
    throw toZipRefusal({ error, file: bytes.name })
  }
}

type ToFileArgs = { archive: string; entry: Entry; limits: FileLimits; zip: ZipFile }

const MB = 1_000_000

const toFile = ({ archive, entry, limits, zip }: ToFileArgs): ArchiveFile => {
  const { compressedSize, fileName, uncompressedSize } = entry
  return {
    name: fileName,
    changedAt: entry.getLastModDate({ timezone: 'UTC' }),
    async *open() {
      if (uncompressedSize > limits.fileBytes) {
        throw new FileRefusedError({
          fault: 'bomb',
          file: fileName,
          why: `in "${archive}" would have ${toMB(uncompressedSize)} MB when it is unpacked, over the limit of ${toMB(limits.fileBytes)}`,
        })
      }
      const ratio = uncompressedSize / Math.max(1, compressedSize)
      if (uncompressedSize > MB && ratio > limits.ratio) {
        throw new FileRefusedError({
          fault: 'bomb',
          file: fileName,
          why: `in "${archive}" would have ${Math.round(ratio)} times its size when it is unpacked, over the limit of ${limits.ratio}`,
        })
      }
      if (!entry.canDecodeFileData()) {
        throw new FileRefusedError({
          fault: 'broken',
          file: fileName,
          why: `in "${archive}" is packed in a way that is not read here`,
        })
      }
      let stream: Readable | undefined
      try {
        stream = await zip.openReadStreamPromise(entry)
        for await (const chunk of stream) {
          yield chunk as Uint8Array
        }
      } catch (error) {
        throw toZipRefusal({ error, file: fileName })
      } finally {
        stream?.destroy()
      }
    },
    size: uncompressedSize,
  }
}

const toMB = (bytes: number): number => Math.round(bytes / MB)
