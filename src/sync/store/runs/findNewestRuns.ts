import { desc, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { asRun } from './toRun.js'

export type NewestRuns = {
  /** The running run, or else the one queued first, by `provider/resource`. */
  active: Map<string, Run>
  /** The newest run that has ended, by `provider/resource`. */
  ended: Map<string, Run>
}

/** What each resource is doing and what it did last. */
export const findNewestRuns = async (database: Database): Promise<NewestRuns> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const newest = await session
    .selectDistinctOn([logs.provider!, logs.resource!, logs.status!], { id: logs.id! })
    .from(logs)
    .orderBy(logs.provider!, logs.resource!, logs.status!, desc(logs.createdAt!), desc(logs.id!))
  const active = await session
    .select({ id: logs.id! })
    .from(logs)
    .where(inArray(logs.status!, ['queued', 'running']))
  const ids = [...newest, ...active].map(({ id }) => id as number | string)
  const { docs } = await database.payload.find({
    collection: database.slugs.syncLogs,
    depth: 0,
    pagination: false,
    sort: ['createdAt', 'id'],
    where: { id: { in: ids } },
  })

  const found: NewestRuns = { active: new Map(), ended: new Map() }
  for (const run of docs.map(asRun)) {
    const key = `${run.provider}/${run.resource}`
    if (run.status !== 'queued' && run.status !== 'running') {
      found.ended.set(key, run)
    } else if (run.status === 'running' || !found.active.has(key)) {
      found.active.set(key, run)
    }
  }
  return found
}
