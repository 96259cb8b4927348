import type { FileFault } from '../../../shared/errors/index.js'

import { FileRefusedError, isSyncError } from '../../../shared/errors/index.js'

/** What the reader of zip files says, and what it means to whoever brought the file. */
const WHYS: readonly [RegExp, FileFault, (match: RegExpExecArray) => string][] = [
  [
    /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s,
    'path',
    ([, path]) => `has a file whose path leads out of it ("${path}")`,
  ],
  [/strong encryption/i, 'encrypted', () => 'is encrypted; bring it without a password'],
  [/end of central directory record/i, 'broken', () => 'is no whole zip file'],
  [/multi-disk/i, 'broken', () => 'is one part of a zip file that was split'],
  [
    /(?:too many bytes in the stream|not enough bytes in the stream|(?:un)?compressed.*size mismatch)/i,
    'broken',
    () => 'does not have the size that the archive says',
  ],
]

type ToZipRefusalArgs = { error: unknown; file: string }

/** Failures of zip files as refusals that name the file; what is none stays as it is. */
export const toZipRefusal = ({ error, file }: ToZipRefusalArgs): unknown => {
  if (isSyncError(error) || !(error instanceof Error)) {
    return error
  }
  for (const [pattern, fault, toWhy] of WHYS) {
    const match = pattern.exec(error.message)
    if (match) {
      return new FileRefusedError({ fault, file, why: toWhy(match) })
    }
  }
  const isOfZip = 'code' in error ? String(error.code).startsWith('Z_') : isPlain(error)
  return isOfZip
    ? new FileRefusedError({ fault: 'broken', file, why: `is no whole zip file: ${error.message}` })
    : error
}

/** Its own errors are no subclass and have no code. */
const isPlain = (error: Error): boolean => error.constructor === Error
