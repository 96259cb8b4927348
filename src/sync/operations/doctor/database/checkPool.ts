import type { Check } from '../Check.js'

import { getAdapter } from '../../../store/Database.js'
import { needsOwnPool } from '../../../store/pool/openWorkPool.js'
import { ok, warning } from '../Check.js'
import { countConnections } from '../countConnections.js'

/** Whether the pool has a connection for everybody who needs one. */
export const checkPool: Check = {
  name: 'pool',
  look: ({ directUrl, payload, worker: { concurrency } }) => {
    const { max } = getAdapter(payload).pool.options
    const { busy, held } = countConnections({ concurrency })
    const hasOwn = needsOwnPool({ directUrl, held, max })
    // What workers hold is beside it then, and the one that Payload keeps is not.
    const needed = hasOwn ? busy - held + 1 : busy
    if (max >= needed) {
      return [ok(`The pool's ${max} connections are enough for ${needed}.`)]
    }
    const beside = hasOwn ? `, beside the ${held + 1} that its workers open` : ''
    return [
      warning({
        advice: `Set pool.max of postgresAdapter() to ${needed} or more, or lower worker.concurrency.`,
        message: `A worker process needs up to ${needed} database connections${beside}; the pool has ${max}.`,
      }),
    ]
  },
  needs: ['database'],
}
