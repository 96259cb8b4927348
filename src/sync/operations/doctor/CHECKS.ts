import type { Check } from './Check.js'

import { checkDatabase } from './database/checkDatabase.js'
import { checkPool } from './database/checkPool.js'
import { checkSessions } from './database/checkSessions.js'
import { checkTables } from './database/checkTables.js'
import { checkTransactions } from './database/checkTransactions.js'
import { checkBreakers } from './providers/checkBreakers.js'
import { checkCredentials } from './providers/checkCredentials.js'
import { checkFields } from './providers/checkFields.js'
import { checkIssues } from './providers/checkIssues.js'
import { checkQuotas } from './providers/checkQuotas.js'
import { checkRecords } from './providers/checkRecords.js'
import { checkResources } from './providers/checkResources.js'
import { checkWrites } from './providers/checkWrites.js'
import { checkClock } from './work/checkClock.js'
import { checkQueue } from './work/checkQueue.js'
import { checkSchedules } from './work/checkSchedules.js'
import { checkWorkers } from './work/checkWorkers.js'

/** Everything that must be in order, in the order it is looked at. */
export const CHECKS: readonly Check[] = [
  checkCredentials,
  checkDatabase,
  checkTransactions,
  checkTables,
  checkQueue,
  checkSessions,
  checkPool,
  checkClock,
  checkWorkers,
  checkSchedules,
  checkBreakers,
  checkQuotas,
  checkResources,
  checkRecords,
  checkFields,
  checkWrites,
  checkIssues,
]
