import type { Check } from '../Check.js'

import { findMissingTables } from '../../../store/health/findMissingTables.js'
import { ok, problem } from '../Check.js'

/** Whether the database has the tables of the plugin. */
export const checkTables: Check = {
  name: 'tables',
  look: async ({ database }) => {
    const missing = await findMissingTables(database)
    const names = [...missing.tables, ...missing.columns]
    return names.length === 0
      ? [ok("The plugin's tables are there.")]
      : [
          problem({
            advice:
              'Run "npx payload migrate", after "npx payload migrate:create" where there is no ' +
              'migration for it yet; in development it is enough to start the app once.',
            message: `The database lacks ${names.join(', ')}.`,
          }),
        ]
  },
  needs: ['database'],
}
