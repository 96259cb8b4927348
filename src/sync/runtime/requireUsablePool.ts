import type { DatabasePool } from '../store/Database.js'

import { WorkersRefusedError } from '../../shared/errors/index.js'
import { SESSIONS_NOT_KEPT } from '../operations/doctor/database/checkSessions.js'
import { keepsSessions } from '../store/locks/keepsSessions.js'

/**
 * Looks whether workers can do their work on this pool.
 *
 * @throws WorkersRefusedError when their locks would not hold
 */
export const requireUsablePool = async ({ pool }: { pool: DatabasePool }): Promise<void> => {
  if (!(await keepsSessions({ pool }))) {
    throw new WorkersRefusedError(`${SESSIONS_NOT_KEPT.message} ${SESSIONS_NOT_KEPT.advice}`)
  }
}
