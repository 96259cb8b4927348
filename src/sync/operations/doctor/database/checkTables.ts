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
              'In production run "payload migrate:create" and "payload migrate"; in development ' +
              'start the project once, which updates the database.',
            message: `The database lacks ${names.join(', ')}.`,
          }),
        ]
  },
  needs: ['database'],
}
