import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { STORED_PREFIX } from '../../../sdk/connections/Connection.js'
import { isOneOf } from '../isOneOf.js'

type InSightArgs = { column: Parameters<typeof isOneOf>[0]['column'] | SQL; sight: Sight }

/** The condition that a row is of a connection which somebody may know of; none for all. */
export const inSight = ({ column, sight }: InSightArgs): SQL | undefined =>
  sight === 'all'
    ? undefined
    : sql`(not starts_with(${column}, ${STORED_PREFIX}) or ${isOneOf({ column, values: sight })})`
