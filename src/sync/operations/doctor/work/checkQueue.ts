import type { Check } from '../Check.js'

import { adviseQueueSchema } from '../../../queue/schema/prepareSchema.js'
import { readQueueState } from '../../../queue/schema/readQueueState.js'
import { getAdapter } from '../../../store/Database.js'
import { canCreateQueue, findDatabaseUser } from '../../../store/health/canCreateQueue.js'
import { ok, problem, warning } from '../Check.js'

/** Whether the queue's own tables are there and up to date. */
export const checkQueue: Check = {
  name: 'queue',
  look: async ({ payload, queueSchema: schema }) => {
    const { pool } = getAdapter(payload)
    const state = await readQueueState({ pool, schema })
    if (state === 'ready') {
      return [ok('The queue is set up.')]
    }
    if (state === 'newer') {
      return [
        warning({
          advice: 'Install the same version of payload-plugin-sync on every host.',
          message: 'The queue was set up by a newer graphile-worker than this process has.',
        }),
      ]
    }
    if (state === 'absent' && !(await canCreateQueue({ pool, schema }))) {
      return [
        problem({
          advice: adviseQueueSchema({ schema, user: await findDatabaseUser(pool) }),
          message: 'The queue is not set up, and the database user may not create its schema.',
        }),
      ]
    }
    return [
      warning({
        advice: 'Nothing has to be done: the first sync or worker does it.',
        message:
          state === 'absent'
            ? 'The queue is not set up yet.'
            : 'The queue was set up by an older graphile-worker.',
      }),
    ]
  },
  needs: ['database'],
}
