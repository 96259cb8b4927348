import type { Check } from '../Check.js'

import { getAdapter } from '../../../store/Database.js'
import { ok, problem, warning } from '../Check.js'
import { countConnections } from '../countConnections.js'

/** Whether the pool has a connection for everybody who needs one. */
export const checkPool: Check = {
  name: 'pool',
  look: ({ payload, worker: { concurrency } }) => {
    const { max } = getAdapter(payload).pool.options
    const { busy, held } = countConnections({ concurrency })
    if (max >= busy) {
      return [ok(`The pool's ${max} connections are enough for ${busy}.`)]
    }
    const args = {
      advice: `Set pool.max of postgresAdapter() to ${busy} or more, or lower worker.concurrency.`,
      message: `A worker process needs up to ${busy} database connections; the pool has ${max}.`,
    }
    return [max > held ? warning(args) : problem(args)]
  },
  needs: ['database'],
}
