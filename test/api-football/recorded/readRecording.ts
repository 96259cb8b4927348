import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Real answers that developers published. They lie outside the repository and stay there. */
export const RECORDINGS = fileURLToPath(
  new URL('../../../../shared/data/api-football/', import.meta.url),
)

/** A recorded body, by its path and as it is. */
export const readRecording = (path: string): unknown =>
  JSON.parse(readFileSync(`${RECORDINGS}${path}`, 'utf8'))
