import type { Check } from '../Check.js'

import { readQueueState } from '../../../queue/readQueueState.js'
import { getAdapter } from '../../../store/Database.js'
import { canCreateSchema } from '../../../store/health/canCreateSchema.js'
import { ok, problem, warning } from '../Check.js'

/** Whether the queue's own tables are there and up to date. */
export const checkQueue: Check = {
  name: 'queue',
  look: async ({ payload }) => {
    const { pool } = getAdapter(payload)
    const state = await readQueueState({ pool })
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
    if (state === 'absent' && !(await canCreateSchema({ pool }))) {
      return [
        problem({
          advice:
            "Grant it CREATE on the database, or start the project's first sync as its owner.",
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
