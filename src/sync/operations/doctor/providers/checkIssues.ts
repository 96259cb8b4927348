import type { Check } from '../Check.js'

import { countOpenIssues } from '../../../store/issues/countOpenIssues.js'
import { ok, warning } from '../Check.js'

/** Whether records wait for a person. */
export const checkIssues: Check = {
  name: 'issues',
  look: async ({ database }) => {
    const issues = await countOpenIssues(database)
    const open = [...issues.values()].reduce((sum, count) => sum + count, 0)
    return open === 0
      ? [ok('No record waits for a person.')]
      : [
          warning({
            advice: `Look at the open ones in the admin panel, collection "${database.slugs.syncIssues}".`,
            message: `${open} ${open === 1 ? 'record waits' : 'records wait'} for a person.`,
          }),
        ]
  },
  needs: ['database', 'tables'],
}
