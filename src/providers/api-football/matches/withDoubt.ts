import type { ResourceContext } from '../../../sdk/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { markLeftOpen, toLeftOpenRemark } from '../../../content/soccer/index.js'
import { readPath } from '../../../sdk/index.js'
import { fixtureSchema } from './fixtureSchema.js'
import { STATES } from './STATES.js'
import { toMatch } from './toMatch.js'

type WithDoubtArgs = { rows: readonly unknown[] } & Pick<ResourceContext, 'now' | 'stored'>

/** Fixtures, with a mark on those that are said to go on and cannot be. */
export const withDoubt = (args: WithDoubtArgs): Promise<unknown[]> =>
  markLeftOpen({
    ...args,
    read: (row) => {
      const { data, success } = fixtureSchema.safeParse(row)
      return success ? { document: toMatch(data), externalId: String(data.fixture.id) } : undefined
    },
    stateOf: (row) =>
      STATES[String(readPath({ path: ['fixture', 'status', 'short'], row }))]?.state,
  })

/** What people should know of a fixture. */
export const remarkOn = ({ fixture: { status }, isLeftOpen }: ApiFootballFixture) =>
  isLeftOpen ? toLeftOpenRemark({ provider: 'API-Football', status: status.short }) : undefined
