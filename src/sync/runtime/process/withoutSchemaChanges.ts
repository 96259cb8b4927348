import type { SanitizedConfig } from 'payload'

import { SchemaOutdatedError } from '../../../shared/errors/index.js'
import { getAdapter } from '../../store/Database.js'
import { findMissingSchema } from '../../store/health/findMissingTables.js'
import { keepSchema } from '../../store/health/keepSchema.js'

/**
 * The config of a process that does a command. Payload pushes the schema of development into
 * whatever database it meets without `NODE_ENV=production`; a command must not, for the database
 * may be a migrated one.
 *
 * What connects it throws SchemaOutdatedError when the database lacks tables of the project.
 */
export const withoutSchemaChanges = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  db: {
    ...config.db,
    init: (args) => {
      const { payload } = args
      const db = config.db.init(args)
      const connect = db.connect?.bind(db)
      db.connect = async (how) => {
        const adapter = getAdapter(payload)
        keepSchema(adapter)
        await connect?.(how)
        const { columns, tables } = await findMissingSchema(payload)
        const missing = [...tables, ...columns]
        if (missing.length > 0) {
          throw new SchemaOutdatedError({ missing })
        }
      }
      return db
    },
  },
})
