import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Provider } from '../../../sdk/index.js'
import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { isStoredName, STORED_PREFIX } from '../../../sdk/connections/Connection.js'
import { isOneOf } from '../isOneOf.js'

/**
 * What this process's config has, by the names that `toWorkNames` gives. In a rolling deployment
 * other processes have other resources and connections.
 */
export type KnownWork = {
  names: ReadonlySet<string>
  /** Providers of which people enter connections: which there are is said by the database. */
  open: ReadonlySet<string>
}

/** What a run cannot be done without, as the config names it. */
export type Work = Pick<Run, 'connection' | 'provider' | 'resource'>

/** A resource and a connection of a provider where texts must do: `library/books`, `library//east`. */
export const toWorkNames = ({ connection, provider, resource }: Work): [string, string] => [
  `${provider}/${resource}`,
  `${provider}//${connection}`,
]

/** All that these providers have. */
export const listKnownWork = (providers: ReadonlyMap<string, Provider>): KnownWork => ({
  names: new Set(
    [...providers].flatMap(([provider, { connections, resources }]) => [
      ...[...resources.keys()].map((resource) => `${provider}/${resource}`),
      ...[...connections.keys()].map((connection) => `${provider}//${connection}`),
    ]),
  ),
  open: new Set(
    [...providers].flatMap(([provider, { accounts }]) =>
      accounts === undefined ? [] : [provider],
    ),
  ),
})

type FindUnknownNamesArgs = { known: KnownWork; work: Work }

/** What of a run this process's config does not have: none of it, or its resource or connection. */
export const findUnknownNames = ({ known, work }: FindUnknownNamesArgs): string[] => {
  const [resource, connection] = toWorkNames(work)
  const isEntered = isStoredName(work.connection) && known.open.has(work.provider)
  return [resource, ...(isEntered ? [] : [connection])].filter((name) => !known.names.has(name))
}

type IsKnownWorkArgs = { database: Database; known: KnownWork }

/** The condition of a run's being one that this config has all of. */
export const isKnownWork = ({ database, known: { names, open } }: IsKnownWorkArgs): SQL => {
  const { connection, provider, resource } = database.table('syncLogs')
  const isNamed = (column: SQL): SQL => isOneOf({ column, values: names })
  return sql`(${isNamed(sql`(${provider!} || '/' || ${resource!})`)} and (
    ${isNamed(sql`(${provider!} || '//' || ${connection!})`)} or (
      starts_with(${connection!}, ${STORED_PREFIX}) and
      ${isOneOf({ column: provider!, values: open })}
    )
  ))`
}
