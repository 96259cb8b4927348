import type { ResourceContext } from '../../../sdk/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

import { markLeftOpen, toLeftOpenRemark } from '../../../content/soccer/index.js'
import { readPath } from '../../../sdk/index.js'
import { fixtureSchema } from './fixtureSchema.js'
import { stateOf } from './STATES.js'
import { toMatch } from './toMatch.js'

type WithDoubtArgs = { rows: readonly unknown[] } & Pick<ResourceContext, 'now' | 'stored'>

/** Fixtures, with a mark on those that are said to go on and cannot be. */
export const withDoubt = (args: WithDoubtArgs): Promise<unknown[]> =>
  markLeftOpen({
    ...args,
    read: (row) => {
      const { data, success } = fixtureSchema.safeParse(row)
      return success ? { document: toMatch(data), externalId: String(data.id) } : undefined
    },
    stateOf: (row) => stateOf(Number(readPath({ path: ['state_id'], row }))).state,
  })

/** What people should know of a fixture. */
export const remarkOn = ({ isLeftOpen, state_id }: SportmonksFixture) =>
  isLeftOpen
    ? toLeftOpenRemark({ provider: 'Sportmonks', status: stateOf(state_id).code })
    : undefined
