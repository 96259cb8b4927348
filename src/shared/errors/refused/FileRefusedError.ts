import type { FileFault } from './FileFault.js'

import { SyncError } from '../SyncError.js'

type FileRefusedErrorArgs = {
  /** @default none that is known */
  fault?: FileFault
  /** The archive or the file in it, as it is called. */
  file: string
  /** Why, as the rest of a sentence: `is encrypted`. */
  why: string
}

/** A file that somebody brought cannot be read, or must not be. It names the file. */
export class FileRefusedError extends SyncError {
  override readonly code = 'FILE_REFUSED'
  readonly fault: FileFault | undefined
  override readonly name = 'FileRefusedError'
  override readonly reach = 'scope'

  constructor({ fault, file, why }: FileRefusedErrorArgs) {
    super(`"${file}" ${why}.`)
    this.fault = fault
  }
}
