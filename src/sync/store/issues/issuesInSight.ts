import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { STORED_PREFIX } from '../../../sdk/connections/Connection.js'

/** Between and around the names of connections in one text: no name has one. */
const MARK = '/'

/** How the connections that met an issue are written down, so that one of them can be looked for. */
export const toMark = (connection: string): string => `${MARK}${connection}${MARK}`

type IssuesInSightArgs = { database: Database; sight: Sight }

/**
 * The condition that an issue was met by a connection which somebody may know of; none for all. One
 * that no run met with a connection of a person is everybody's.
 */
export const issuesInSight = ({ database, sight }: IssuesInSightArgs): SQL | undefined => {
  if (sight === 'all') {
    return undefined
  }
  const { connections } = database.table('syncIssues')
  const marks = sql`string_to_array(trim(both ${MARK} from ${connections!}), ${MARK}) `
  return sql`(${connections!} is null or exists (
    select 1 from unnest(${marks}) as met (name)
    where not starts_with(met.name, ${STORED_PREFIX}) or met.name = any(${sql.param([...sight])})
  ))`
}
