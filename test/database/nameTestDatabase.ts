import { randomBytes } from 'node:crypto'

import { TEST_DATABASE_PREFIX } from './TEST_DATABASE_PREFIX.js'

/** A name that no database has yet. */
export const nameTestDatabase = (): string => TEST_DATABASE_PREFIX + randomBytes(6).toString('hex')
