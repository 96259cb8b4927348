import { SyncError } from './SyncError.js'

const MOST_NAMED = 5

/** The database lacks tables or columns of the project. Only a migration brings them. */
export class SchemaOutdatedError extends SyncError {
  override readonly code = 'SCHEMA_OUTDATED'
  override readonly name = 'SchemaOutdatedError'

  constructor({ missing }: { missing: readonly string[] }) {
    const more = missing.length - MOST_NAMED
    const named = missing.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
    super(
      `The database lacks ${named}. Run "npx payload migrate", after "npx payload migrate:create" ` +
        'where there is no migration for it yet; in development it is enough to start the app once. ' +
        'No "payload sync" command changes the schema.',
    )
  }
}
