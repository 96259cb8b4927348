import type { Check } from '../Check.js'

import { getAdapter } from '../../../store/Database.js'
import { keepsSessions } from '../../../store/locks/keepsSessions.js'
import { ok, problem, warning } from '../Check.js'

/** Looking takes two connections besides the one that Payload holds. */
const NEEDED_CONNECTIONS = 3

/** What is told of a database that gives sessions away between transactions. */
export const SESSIONS_NOT_KEPT = {
  advice:
    "Set DIRECT_URL, or database.directUrl of syncPlugin(), to PostgreSQL's own address, give it to " +
    'the adapter, or set pool_mode = session for this database.',
  message:
    'Locks and notifications do not hold on this connection: a pooler in transaction mode, such ' +
    'as PgBouncer, is in front of the database. Workers refuse to start.',
}

/** Whether locks and notifications hold. */
export const checkSessions: Check = {
  name: 'sessions',
  look: async ({ payload }) => {
    const { pool } = getAdapter(payload)
    if (pool.options.max < NEEDED_CONNECTIONS) {
      return [
        warning({
          advice: `Set pool.max of postgresAdapter() to ${NEEDED_CONNECTIONS} or more.`,
          message: `A pool of ${pool.options.max} is too small to check whether locks hold.`,
        }),
      ]
    }
    return (await keepsSessions({ pool }))
      ? [ok('Session locks and notifications hold.')]
      : [problem(SESSIONS_NOT_KEPT)]
  },
  needs: ['database'],
}
