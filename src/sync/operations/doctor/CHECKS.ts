import type { Check } from './Check.js'

import { checkDatabase } from './database/checkDatabase.js'
import { checkPool } from './database/checkPool.js'
import { checkSessions } from './database/checkSessions.js'
import { checkTables } from './database/checkTables.js'
import { checkTransactions } from './database/checkTransactions.js'
import { checkCredentials } from './providers/checkCredentials.js'
import { checkFields } from './providers/checkFields.js'
import { checkIssues } from './providers/checkIssues.js'
import { checkRecords } from './providers/checkRecords.js'
import { checkWrites } from './providers/checkWrites.js'
import { checkClock } from './work/checkClock.js'
import { checkQueue } from './work/checkQueue.js'
import { checkSchedules } from './work/checkSchedules.js'

/**
 * What must be in order before anything can run, in the order it is looked at. How what runs is
 * doing is health.
 */
export const CHECKS: readonly Check[] = [
  checkCredentials,
  checkDatabase,
  checkTransactions,
  checkTables,
  checkQueue,
  checkSessions,
  checkPool,
  checkClock,
  checkSchedules,
  checkRecords,
  checkFields,
  checkWrites,
  checkIssues,
]
