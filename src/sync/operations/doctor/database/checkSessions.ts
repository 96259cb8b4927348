import type { Check } from '../Check.js'

import { isSyncError } from '../../../../shared/errors/index.js'
import { getAdapter } from '../../../store/Database.js'
import { keepsSessions } from '../../../store/locks/keepsSessions.js'
import { openWorkPool } from '../../../store/pool/openWorkPool.js'
import { ok, problem } from '../Check.js'
import { countConnections } from '../countConnections.js'

/** What is told of a database that gives sessions away between transactions. */
export const SESSIONS_NOT_KEPT = {
  advice:
    "Set DIRECT_URL, or database.directUrl of syncPlugin(), to PostgreSQL's own address, give it to " +
    'the adapter, or set pool_mode = session for this database.',
  message:
    'Locks and notifications do not hold on this connection: a pooler in transaction mode, such ' +
    'as PgBouncer, is in front of the database. Workers refuse to start.',
}

/** Whether locks and notifications hold on the connections that workers would have. */
export const checkSessions: Check = {
  name: 'sessions',
  look: async ({ directUrl, payload, worker: { concurrency } }) => {
    const { held } = countConnections({ concurrency })
    try {
      const { close, pool } = await openWorkPool({ adapter: getAdapter(payload), directUrl, held })
      try {
        return (await keepsSessions({ pool }))
          ? [ok('Session locks and notifications hold.')]
          : [problem(SESSIONS_NOT_KEPT)]
      } finally {
        await close()
      }
    } catch (error) {
      if (isSyncError(error, 'WORKERS_REFUSED')) {
        const advice = 'Give workers the address of the same database; they refuse to start.'
        return [problem({ advice, message: error.message })]
      }
      throw error
    }
  },
  needs: ['database'],
}
