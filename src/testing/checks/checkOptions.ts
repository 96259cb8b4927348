import type { Provider } from '../../sdk/index.js'
import type { ProviderCheck } from '../Check.js'

import { listProblems } from '../../sdk/connections/listProblems.js'
import { isSyncError } from '../../sdk/index.js'
import { toProvider } from '../reading/listCases.js'

/** A provider made with good options has no problems; with bad ones it names them, all at once. */
export const checkOptions: ProviderCheck = ({ badOptions = [], secrets, ...facts }) => [
  ...listProblems(toProvider(facts)).map((problem) => `good options have a problem: ${problem}`),
  ...badOptions.flatMap(({ createProvider, names }) => {
    const told = findTold(createProvider)
    if (told === undefined) {
      return [`nothing is said of ${names.join(', ')}`]
    }
    return [
      ...names.filter((name) => !told.includes(name)).map((name) => `"${name}" is not named`),
      ...(secrets.some((secret) => told.includes(secret)) ? ['a secret is told'] : []),
    ]
  }),
]

/** What is said of wrong options, as an error or as problems that refuse runs. */
const findTold = (createProvider: () => Provider): string | undefined => {
  try {
    const problems = listProblems(createProvider())
    return problems.length > 0 ? problems.join('\n') : undefined
  } catch (error) {
    return isSyncError(error) && error.code === 'OPTIONS_INVALID' ? error.message : undefined
  }
}
