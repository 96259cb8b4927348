import type { PayloadRequest } from 'payload'

import { randomUUID } from 'node:crypto'

import type { Notice, NoticeName } from '../../run/notices/Notice.js'
import type { Sync } from '../Sync.js'

import { addEvent } from '../../store/events/addEvent.js'

/** The stream of all that people are told of: it is told in the order in which it happened. */
export const NOTICE_STREAM = 'notices'

type TellingSync = Pick<Sync, 'clock' | 'database' | 'notices' | 'providers' | 'subscribers'>

type IsHeardArgs = { name: NoticeName; sync: Pick<Sync, 'notices'> }

/** Whether anybody wants to be told of such things. */
export const isHeard = ({ name, sync: { notices } }: IsHeardArgs): boolean =>
  [...notices.channels.values()].some(({ hears }) => hears.has(name))

/** A notice as whoever notices it gives it; the rest has a value that fits most. */
export type NewNotice = Partial<Omit<Notice, 'at' | 'name' | 'severity'>> &
  Pick<Notice, 'name' | 'severity'>

type TellNoticeArgs = {
  notice: NewNotice
  /** Its transaction is the one that makes it happen. */
  req: PayloadRequest
  sync: TellingSync
}

/**
 * Writes down what people are to be told, in the transaction that makes it happen. Nothing where
 * nobody wants to be told.
 */
export const tellNotice = async ({ notice, req, sync }: TellNoticeArgs): Promise<void> => {
  const { clock, database, providers, subscribers } = sync
  if (!isHeard({ name: notice.name, sync })) {
    return
  }
  const cause = notice.cause ?? `${notice.name}/${randomUUID()}`
  const { connection = null, provider = null, resource = null } = notice
  const known = provider === null ? undefined : providers.get(provider)
  const data: Notice = {
    connection,
    count: 1,
    group: cause,
    isRestricted: false,
    link: { of: 'overview' },
    provider,
    resource,
    ...notice,
    at: clock.now().toISOString(),
    cause,
    values: {
      connection:
        (connection !== null && known?.connections.get(connection)?.label) || (connection ?? ''),
      provider: known?.label ?? provider ?? '',
      resource: resource ?? '',
      ...notice.values,
    },
  }
  await addEvent({
    database,
    event: { name: 'notice', cause, data, stream: NOTICE_STREAM },
    req,
    subscribers,
  })
}
