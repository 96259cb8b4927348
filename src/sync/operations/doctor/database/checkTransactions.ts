import type { Check } from '../Check.js'

import { hasTransactions } from '../../../store/health/hasTransactions.js'
import { ok, problem } from '../Check.js'

/** Whether a batch and its checkpoint can be kept together. */
export const checkTransactions: Check = {
  name: 'transactions',
  look: async ({ payload }) =>
    (await hasTransactions({ payload }))
      ? [ok('Transactions are on.')]
      : [
          problem({
            advice: 'Remove "transactionOptions: false" from postgresAdapter().',
            message:
              'Transactions are off, so a batch and its checkpoint could not be stored together.',
          }),
        ],
  needs: ['database'],
}
