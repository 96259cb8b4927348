import type { Payload } from 'payload'

import type { Notice } from '../../run/notices/Notice.js'
import type { NewDelivery } from '../../store/notices/addDeliveries.js'
import type { Channel } from '../../store/notices/Channel.js'

import { describeError } from '../../../shared/errors/index.js'
import { groupBy } from '../../../shared/groupBy.js'
import { getSync } from '../../engine/Sync.js'
import { findQuietEnd } from '../../run/notices/quietHours.js'
import { noteEvents } from '../../store/events/onEvents.js'
import { inTransaction } from '../../store/inTransaction.js'
import { addDeliveries } from '../../store/notices/addDeliveries.js'
import { saveNotification } from '../../store/notices/saveNotification.js'
import { releaseGroup } from '../../store/notices/settleMessage.js'

/** What is told while more of it may come, so that it waits for the rest. */
const GATHERED: readonly Notice['name'][] = ['conflict:opened', 'issue:opened']

type DispatchNoticesArgs = {
  notices: readonly Notice[]
  payload: Payload
  /** What a list shows that knows no language. */
  title: (notices: readonly Notice[]) => string
}

/**
 * Hands notices to the channels that want them: each to each once, whatever becomes of the process
 * and however often it is asked. What the project's own filter throws keeps nothing back.
 */
export const dispatchNotices = async ({
  notices,
  payload,
  title,
}: DispatchNoticesArgs): Promise<void> => {
  const { clock, database, notices: settings } = getSync(payload)
  const now = clock.now()
  const wanted = notices.flatMap((notice) =>
    [...settings.channels.values()].flatMap((channel): NewDelivery[] => {
      const own = toOwn({ channel, notice, payload })
      return own ? [{ channel, delayMs: toDelay({ channel, notice: own, now }), notice: own }] : []
    }),
  )
  if (wanted.length === 0) {
    return
  }
  await inTransaction({
    database,
    work: async (req) => {
      const added = await addDeliveries({ database, deliveries: wanted, req })
      const kept = added.filter(({ channel }) => channel.send === undefined)
      const groups = groupBy({ items: kept, keyOf: ({ notice }) => notice.group })
      // In one order, so that two who do it at once do not wait for each other.
      for (const group of [...groups.keys()].toSorted()) {
        const [first, ...others] = groups.get(group)!.map(({ notice }) => notice)
        await saveNotification({ database, notices: [first!, ...others], req, title })
      }
      // Whoever sends it is told at once.
      noteEvents(req)
    },
  })
}

type ToOwnArgs = { channel: Channel; notice: Notice; payload: Payload }

const toOwn = ({ channel, notice, payload }: ToOwnArgs): Notice | null => {
  try {
    return channel.wants(notice)
  } catch (error) {
    const reason = describeError(error)
    payload.logger.error({
      msg: `The filter of the channel "${channel.name}" failed, so it is told all: ${reason}`,
    })
    return notice
  }
}

type ToDelayArgs = { channel: Channel; notice: Notice; now: Date }

const toDelay = ({ channel: { gatherMs, quietHours }, notice, now }: ToDelayArgs): number => {
  const gathered = GATHERED.includes(notice.name) && notice.group !== notice.cause ? gatherMs : 0
  const end =
    quietHours && notice.severity !== 'critical' ? findQuietEnd({ now, quietHours }) : null
  return Math.max(gathered, end ? end.getTime() - now.getTime() : 0)
}

type CompleteGroupArgs = { group: string; payload: Payload }

/** Has told what was gathered of a run that has ended. What waits for the morning goes on waiting. */
export const completeGroup = async ({ group, payload }: CompleteGroupArgs): Promise<void> => {
  const { clock, database, notices } = getSync(payload)
  const now = clock.now()
  const channels = [...notices.channels.values()]
    .filter(({ quietHours }) => !quietHours || findQuietEnd({ now, quietHours }) === null)
    .map(({ name }) => name)
  await releaseGroup({ channels, database, group })
}
