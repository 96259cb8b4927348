import type { Access, Where } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { isStoredName } from '../../../../sdk/connections/Connection.js'
import { readSight } from '../../readSight.js'
import { limitToSight } from '../connections/limitToSight.js'

type ScheduleAccessArgs = Pick<MachineryCollectionArgs, 'access' | 'providers'>

/**
 * Who may make and change which schedules: whoever manages them, those of everything that they may
 * know of; and whoever has connections, those of their own.
 */
export const createScheduleAccess = ({
  access: { manage, view },
  providers,
}: ScheduleAccessArgs): { canChange: Access; canCreate: Access } => {
  const open = providers.filter(({ accounts }) => accounts).map(({ name }) => name)

  const canCreate: Access = async ({ data, req }) => {
    if (await manage({ req })) {
      return true
    }
    if (open.length === 0 || !(await view({ req }))) {
      return false
    }
    const sight = await readSight({ req })
    const { connection, provider } = (data ?? {}) as { connection?: unknown; provider?: unknown }
    // Without a schedule it is asked whether there could be any.
    return provider === undefined
      ? sight === 'all' || sight.length > 0
      : isOwn({ connection, sight })
  }

  const canChange: Access = async ({ data, req }) => {
    if (await manage({ req })) {
      const where = limitToSight(await readSight({ req }))
      // What means the connections of everybody is changed by those who may know of all.
      return where === true ? true : { and: [where, { or: toManaged(open) }] }
    }
    if (open.length === 0 || !(await view({ req }))) {
      return false
    }
    const sight = await readSight({ req })
    const { connection } = (data ?? {}) as { connection?: unknown }
    if (connection !== undefined && !isOwn({ connection, sight })) {
      return false
    }
    const own: Where = sight === 'all' ? { provider: { in: open } } : toOwn(sight)
    return sight.length > 0 && own
  }
  return { canChange, canCreate }
}

const toManaged = (open: readonly string[]): Where[] => [
  { connection: { exists: true } },
  ...(open.length > 0
    ? [{ provider: { not_in: [...open] } }]
    : [{ connection: { exists: false } }]),
]

const toOwn = (sight: readonly string[]): Where => ({ connection: { in: [...sight] } })

const isOwn = ({ connection, sight }: { connection: unknown; sight: Sight }): boolean =>
  typeof connection === 'string' &&
  isStoredName(connection) &&
  (sight === 'all' || sight.includes(connection))
