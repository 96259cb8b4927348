import type { Check } from '../Check.js'

import { ok, problem, warning } from '../Check.js'

/** Whether every provider has what it needs before it can be asked. */
export const checkCredentials: Check = {
  name: 'credentials',
  look: ({ providers }) => {
    if (providers.size === 0) {
      return [
        warning({
          advice: 'Add one to syncPlugin({ providers: [] }).',
          message: 'No provider is configured.',
        }),
      ]
    }
    return [...providers.values()].flatMap(({ label, problems }) =>
      problems.length === 0
        ? [ok(`${label} is set up.`)]
        : problems.map((advice) =>
            problem({ advice, message: `${label} is not set up; its runs are refused.` }),
          ),
    )
  },
  needs: [],
}
