import { readFileSync } from 'node:fs'

import { RECORDINGS_FOLDER } from './RECORDINGS_FOLDER.js'

/** Real answers of API-Football that developers published. */
export const RECORDINGS = `${RECORDINGS_FOLDER}api-football/`

/** A recorded body, by its path and as it is. */
export const readRecording = (path: string): unknown =>
  JSON.parse(readFileSync(`${RECORDINGS}${path}`, 'utf8'))
