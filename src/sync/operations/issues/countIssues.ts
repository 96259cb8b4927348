import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { getSync, hasSync } from '../../engine/Sync.js'
import { countOpenIssues } from '../../store/issues/countOpenIssues.js'

type CountIssuesArgs = { payload: Payload; sight: Sight }

/** How many issues are open. */
export const countIssues = async ({ payload, sight }: CountIssuesArgs): Promise<number> => {
  if (!hasSync(payload)) {
    return 0
  }
  const { database } = getSync(payload)
  const counts = await countOpenIssues({ database, sight })
  return [...counts.values()].reduce((total, { issues }) => total + issues, 0)
}
