import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Initiator } from '../../run/Run.js'
import type { Notification } from '../../store/notices/findNotifications.js'

import { getSync } from '../../engine/Sync.js'
import { findNotifications, markNotificationsRead } from '../../store/notices/findNotifications.js'

type ListNotificationsArgs = {
  /** The most there are. @default 20 */
  limit?: number
  payload: Payload
  reader: Initiator
  /** Nothing comes in of other connections. */
  sight: Sight
}

/** What somebody was told, the newest first, and how many of all they have not read. */
export const listNotifications = async ({
  limit = 20,
  payload,
  reader,
  sight,
}: ListNotificationsArgs): Promise<{ docs: Notification[]; unread: number }> =>
  await findNotifications({ database: getSync(payload).database, limit, reader, sight })

type ReadNotificationsArgs = {
  /** @default all */
  ids?: readonly (number | string)[] | undefined
} & Omit<ListNotificationsArgs, 'limit'>

/** Notes that somebody has read something. */
export const readNotifications = async ({
  ids,
  payload,
  reader,
  sight,
}: ReadNotificationsArgs): Promise<void> => {
  await markNotificationsRead({ database: getSync(payload).database, ids, reader, sight })
}
