import { inject } from 'vitest'

import '../ProvidedContext.js'
import { createDatabase } from '../../dev/postgres/createDatabase.js'
import { nameTestDatabase } from './nameTestDatabase.js'

/** URL of a new and empty database. It is dropped when all tests have run. */
export const createTestDatabase = (): Promise<string> =>
  createDatabase({ name: nameTestDatabase(), adminUrl: inject('databaseServerUrl') })
