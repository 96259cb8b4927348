import type { Connection } from '../../../../sdk/connections/Connection.js'
import type { Provider } from '../../../../sdk/index.js'
import type { Check, Finding } from '../Check.js'

import { findHttpFacts } from '../../../../sdk/connections/findHttpFacts.js'
import { describeError } from '../../../../shared/errors/index.js'
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
    return [...providers.values()].flatMap((provider) => {
      const { connections, label, problems } = provider
      const message = `${label} is not set up; its runs are refused.`
      const found = [
        ...problems.map((advice) => problem({ advice, message })),
        ...[...connections.values()].flatMap((connection) =>
          checkConnection({ connection, provider }),
        ),
      ]
      return found.length === 0 ? [ok(`${label} is set up.`)] : found
    })
  },
  needs: [],
}

type CheckConnectionArgs = { connection: Connection; provider: Provider }

const checkConnection = ({ connection, provider }: CheckConnectionArgs): Finding[] => {
  const { name, problems } = connection
  const message = `Connection "${name}" of ${provider.label} is not set up; its runs are refused.`
  if (problems.length > 0) {
    return problems.map((advice) => problem({ advice, message }))
  }
  try {
    findHttpFacts({ connection: name, provider })
    return []
  } catch (error) {
    return [problem({ advice: describeError(error), message })]
  }
}
