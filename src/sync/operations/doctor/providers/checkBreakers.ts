import type { Check } from '../Check.js'

import { findBreakers } from '../../../store/breakers/findBreakers.js'
import { ok, warning } from '../Check.js'

/** Whether a provider is not asked because it does not answer. */
export const checkBreakers: Check = {
  name: 'breakers',
  look: async ({ database, providers }) => {
    const breakers = await findBreakers(database)
    const open = breakers.filter(
      ({ provider, state }) => state !== 'closed' && providers.has(provider),
    )
    return open.length === 0
      ? [ok('Every provider answers.')]
      : open.map(({ provider, reason, until }) =>
          warning({
            advice:
              'Check whether this host can reach the provider. It is asked again automatically.',
            message:
              `${providers.get(provider)?.label} is not asked ` +
              `${until === null ? 'but for a probe' : `until ${until}`}: ` +
              (reason ?? 'no reason is known.'),
          }),
        )
  },
  needs: ['database', 'tables'],
}
