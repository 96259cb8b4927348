import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Provider } from '../../../sdk/index.js'
import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

/**
 * The resources that this process's config has, as `toWorkName` calls them. In a rolling deployment
 * other processes have others.
 */
export type KnownWork = ReadonlySet<string>

/** What a resource of a provider is called where one text must do: `library/books`. */
export const toWorkName = ({ provider, resource }: Pick<Run, 'provider' | 'resource'>): string =>
  `${provider}/${resource}`

/** The names of all the resources of these providers. */
export const listKnownWork = (providers: ReadonlyMap<string, Provider>): KnownWork =>
  new Set(
    [...providers].flatMap(([provider, { resources }]) =>
      [...resources.keys()].map((resource) => toWorkName({ provider, resource })),
    ),
  )

type IsKnownWorkArgs = { database: Database; known: KnownWork }

/** The condition of a run's being of one of these resources. */
export const isKnownWork = ({ database, known }: IsKnownWorkArgs): SQL => {
  const { provider, resource } = database.table('syncLogs')
  return isOneOf({ column: sql`(${provider!} || '/' || ${resource!})`, values: known })
}
