import { SyncError } from '../SyncError.js'

type FileRefusedErrorArgs = {
  /** The archive or the file in it, as it is called. */
  file: string
  /** Why, as the rest of a sentence: `is encrypted`. */
  why: string
}

/** A file that somebody brought cannot be read, or must not be. It names the file. */
export class FileRefusedError extends SyncError {
  override readonly code = 'FILE_REFUSED'
  override readonly name = 'FileRefusedError'
  override readonly reach = 'scope'

  constructor({ file, why }: FileRefusedErrorArgs) {
    super(`"${file}" ${why}.`)
  }
}
