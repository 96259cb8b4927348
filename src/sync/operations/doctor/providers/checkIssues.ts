import type { Check } from '../Check.js'

import { countOpenIssues } from '../../../store/issues/countOpenIssues.js'
import { ok, warning } from '../Check.js'

/** Whether records have open issues. */
export const checkIssues: Check = {
  name: 'issues',
  look: async ({ database }) => {
    const issues = await countOpenIssues({ database })
    const open = [...issues.values()].reduce((sum, { records }) => sum + records, 0)
    return open === 0
      ? [ok('No record has an open issue.')]
      : [
          warning({
            advice: `Look at them in the admin panel, collection "${database.slugs.syncIssues}".`,
            message: `${open} ${open === 1 ? 'record has an open issue' : 'records have open issues'}.`,
          }),
        ]
  },
  needs: ['database', 'tables'],
}
