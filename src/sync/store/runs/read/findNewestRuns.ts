import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { DECIDE_MODE } from '../../../run/Run.js'
import { ACTIVE_STATUSES } from '../../../run/RunStatus.js'
import { inSight } from '../../connections/inSight.js'
import { readRuns } from './readRuns.js'

type FindNewestRunsArgs = {
  database: Database
  /** Of which runs to tell what they are at. @default all */
  filter?: { provider?: string | undefined; resource?: string | undefined }
  /** Of which resources to tell what they did last. */
  resources: readonly Pick<Run, 'provider' | 'resource'>[]
  /** @default 'all' */
  sight?: Sight
}

export type NewestRuns = {
  /** Queued and running ones, newest first. */
  active: Run[]
  /** The newest run that has ended, by `provider/resource`. */
  ended: Map<string, Run>
  /** Whatever they are at, newest first. */
  recent: Run[]
}

/** More than these wait at once only when something is wrong; the list says it all the same. */
const MAX_ACTIVE = 200

const RECENT = 10

/**
 * What each resource is doing and what it did last. Three statements, however many runs there are.
 */
export const findNewestRuns = async ({
  database,
  filter: { provider, resource } = {},
  resources,
  sight = 'all',
}: FindNewestRunsArgs): Promise<NewestRuns> => {
  const logs = database.table('syncLogs')
  const isMeant = and(
    inSight({ column: logs.connection!, sight }),
    provider === undefined ? undefined : eq(logs.provider!, provider),
    resource === undefined ? undefined : eq(logs.resource!, resource),
  )
  const [active, recent, ended] = await Promise.all([
    readRuns({
      database,
      limit: MAX_ACTIVE,
      where: and(inArray(logs.status!, [...ACTIVE_STATUSES]), isMeant),
    }),
    readRuns({ database, limit: RECENT, where: isMeant }),
    findEnded({ database, resources, sight }),
  ])
  return {
    active,
    ended: new Map(ended.map((run) => [`${run.provider}/${run.resource}`, run])),
    recent,
  }
}

/** One look into the index per resource, instead of sorting everything that ever ran. */
const findEnded = async ({
  database,
  resources,
  sight = 'all',
}: FindNewestRunsArgs): Promise<Run[]> => {
  if (resources.length === 0) {
    return []
  }
  const logs = database.table('syncLogs')
  const isSeen = inSight({ column: sql`ended.connection`, sight })
  const wanted = sql.join(
    resources.map(({ provider, resource }) => sql`(${provider}, ${resource})`),
    sql`, `,
  )
  return await readRuns({
    database,
    limit: resources.length,
    where: sql`${logs.id!} in (
      select newest.id
      from (values ${wanted}) as wanted (provider, resource)
      cross join lateral (
        select ended.id
        from ${logs} as ended
        where ended.provider = wanted.provider
          and ended.resource = wanted.resource
          and ended.status not in ('queued', 'running')
          and ended.mode <> ${DECIDE_MODE}
          ${isSeen ? sql`and ${isSeen}` : sql``}
        order by ended.created_at desc
        limit 1
      ) as newest
    )`,
  })
}
