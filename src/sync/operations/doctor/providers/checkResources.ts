import type { Check } from '../Check.js'

import { toEnglishNames } from '../../../../sdk/names/toEnglishNames.js'
import { findStates } from '../../../store/states/findStates.js'
import { ok, problem, warning } from '../Check.js'

/** Failures in a row that are no accident any more. */
const MANY_FAILURES = 3

/** Whether a resource fails again and again. */
export const checkResources: Check = {
  name: 'resources',
  look: async ({ database, providers }) => {
    const names = toEnglishNames(providers)
    const states = await findStates(database)
    const failing = states.filter(
      ({ consecutiveFailures, provider, resource }) =>
        consecutiveFailures > 0 && providers.get(provider)?.resources.has(resource),
    )
    if (failing.length === 0) {
      return [ok('No resource failed the last time it was synced.')]
    }
    return failing.map(({ consecutiveFailures, lastError, provider, resource }) => {
      const times =
        consecutiveFailures === 1 ? 'the last time' : `${consecutiveFailures} times in a row`
      const args = {
        advice: `When that is fixed: "payload sync run ${provider} ${resource} --wait".`,
        message: `${names.work({ provider, resource })} failed ${times}: ${lastError ?? 'no reason is known.'}`,
      }
      return consecutiveFailures >= MANY_FAILURES ? problem(args) : warning(args)
    })
  },
  needs: ['database', 'tables'],
}
