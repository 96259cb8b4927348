import type { Check } from './Check.js'

import { checkBreakers } from './checkBreakers.js'
import { checkClock } from './checkClock.js'
import { checkCredentials } from './checkCredentials.js'
import { checkDatabase } from './checkDatabase.js'
import { checkIssues } from './checkIssues.js'
import { checkPool } from './checkPool.js'
import { checkQueue } from './checkQueue.js'
import { checkQuotas } from './checkQuotas.js'
import { checkResources } from './checkResources.js'
import { checkSchedules } from './checkSchedules.js'
import { checkSessions } from './checkSessions.js'
import { checkTables } from './checkTables.js'
import { checkTransactions } from './checkTransactions.js'
import { checkWorkers } from './checkWorkers.js'

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
  checkIssues,
]
