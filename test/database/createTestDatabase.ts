import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

import '../ProvidedContext.js'
import { createDatabase } from '../../dev/postgres/createDatabase.js'
import { TEST_DATABASE_PREFIX } from './TEST_DATABASE_PREFIX.js'

/** URL of a new and empty database. It is dropped when all tests have run. */
export const createTestDatabase = (): Promise<string> =>
  createDatabase({
    name: TEST_DATABASE_PREFIX + randomBytes(6).toString('hex'),
    adminUrl: inject('databaseServerUrl'),
  })
