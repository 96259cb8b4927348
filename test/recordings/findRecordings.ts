import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { RECORDINGS_FOLDER } from './RECORDINGS_FOLDER.js'

export type Recordings = {
  /** `reduced` for those of the repository, `recorded` for real ones beside it. */
  name: 'recorded' | 'reduced'
  /** A body, by its path and as it is. */
  read: (path: string) => unknown
  /** One that is no JSON. */
  readText: (path: string) => string
}

const REDUCED = new URL('../fixtures/recorded/', import.meta.url)

const open = (name: Recordings['name'], folder: string): Recordings => ({
  name,
  read: (path) => JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as unknown,
  readText: (path) => readFileSync(`${folder}${path}`, 'utf8'),
})

/**
 * Answers of a provider: those of the repository, which are reduced and made up, and real ones where
 * they lie beside it. A test that reads them runs once with each.
 */
export const findRecordings = (
  provider: 'api-football' | 'gomafia' | 'prestosports' | 'sportmonks',
): readonly Recordings[] => {
  const beside = `${RECORDINGS_FOLDER}${provider}/`
  return [
    open('reduced', fileURLToPath(new URL(`${provider}/`, REDUCED))),
    ...(existsSync(beside) ? [open('recorded', beside)] : []),
  ]
}
