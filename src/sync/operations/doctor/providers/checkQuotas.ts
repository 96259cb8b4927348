import type { Check } from '../Check.js'

import { findQuotas } from '../../../store/quotas/findQuotas.js'
import { ok, warning } from '../Check.js'

/** Whether a provider's quota is used up, or will be before it is full again. */
export const checkQuotas: Check = {
  name: 'quotas',
  look: async ({ database, providers }) => {
    const quotas = await findQuotas({ database })
    const short = quotas.filter(
      ({ provider, remaining, usedUpAt }) =>
        providers.has(provider) && (remaining < 1 || usedUpAt !== null),
    )
    return short.length === 0
      ? [ok('No quota is used up, and none will be soon.')]
      : short.map(({ name, provider, resetsAt, usedUpAt }) =>
          warning({
            advice:
              'Runs wait until it is full again. Sync less often, leave parts out, or change the ' +
              'subscription when this happens often.',
            message:
              `The quota "${name}" of ${providers.get(provider)?.label} is ` +
              (usedUpAt === null ? 'used up' : `used up at ${usedUpAt} at this pace`) +
              `${resetsAt === null ? '' : `; it is full again at ${resetsAt}`}.`,
          }),
        )
  },
  needs: ['database', 'tables'],
}
