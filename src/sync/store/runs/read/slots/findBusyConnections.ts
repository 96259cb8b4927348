import type { PayloadRequest } from 'payload'

import { and, eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../../run/Run.js'
import type { Database } from '../../../Database.js'

import { ACTIVE_STATUSES } from '../../../../run/RunStatus.js'
import { isOneOf } from '../../../isOneOf.js'

type FindBusyConnectionsArgs = {
  connections: readonly string[]
  database: Database
  req: PayloadRequest
} & Pick<Run, 'lane' | 'provider'>

/** Which of these connections of a provider have a run in a lane that waits or works. */
export const findBusyConnections = async ({
  connections,
  database,
  lane,
  provider,
  req,
}: FindBusyConnectionsArgs): Promise<ReadonlySet<string>> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const rows = await session
    .selectDistinct({ connection: logs.connection! })
    .from(logs)
    .where(
      and(
        eq(logs.provider!, provider),
        eq(logs.lane!, lane),
        inArray(logs.status!, [...ACTIVE_STATUSES]),
        isOneOf({ column: logs.connection!, values: connections }),
      ),
    )
  return new Set(rows.map(({ connection }) => String(connection)))
}
