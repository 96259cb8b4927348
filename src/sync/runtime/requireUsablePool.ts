import type { DatabasePool } from '../store/Database.js'

import { WorkersRefusedError } from '../../shared/errors/index.js'
import { countConnections } from '../operations/doctor/countConnections.js'
import { SESSIONS_NOT_KEPT } from '../operations/doctor/database/checkSessions.js'
import { keepsSessions } from '../store/locks/keepsSessions.js'

type RequireUsablePoolArgs = { pool: DatabasePool } & Parameters<typeof countConnections>[0]

/**
 * Looks whether workers can do their work on this pool.
 *
 * @throws WorkersRefusedError when they would wait for a connection for ever, or when their locks
 * would not hold
 */
export const requireUsablePool = async ({
  concurrency,
  pool,
}: RequireUsablePoolArgs): Promise<void> => {
  const { busy, held } = countConnections({ concurrency })
  const { max } = pool.options
  if (max <= held) {
    throw new WorkersRefusedError(
      `Workers need more than ${held} database connections and the pool has ${max}, so they would ` +
        `wait for ever. Set pool.max of postgresAdapter() to ${busy} or more.`,
    )
  }
  if (!(await keepsSessions({ pool }))) {
    throw new WorkersRefusedError(`${SESSIONS_NOT_KEPT.message} ${SESSIONS_NOT_KEPT.advice}`)
  }
}
