import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import type { Notice } from '../../run/notices/Notice.js'
import type { Answer, Channel } from '../../store/notices/Channel.js'

import { describeError, isDeliveryError, RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { inTransaction } from '../../store/inTransaction.js'
import { addDeliveries } from '../../store/notices/addDeliveries.js'
import { noteTest } from '../../store/notices/noteTest.js'

/** How long somebody waits for the answer. */
const LIMIT_MS = 30_000

/** What came of a test. */
export type ChannelTest = {
  /** Why it was not taken; `null` when it was. */
  error: null | string
} & Answer

type TestChannelArgs = {
  /** Its name. */
  channel: string
  payload: Payload
}

/** What a test tells: that a run completed which there never was. */
const toNotice = ({ now }: { now: Date }): Notice => {
  const cause = `test/${randomUUID()}`
  return {
    name: 'run:completed',
    at: now.toISOString(),
    cause,
    connection: null,
    count: 1,
    group: cause,
    isRestricted: false,
    link: { of: 'overview' },
    provider: null,
    resource: null,
    severity: 'info',
    values: {
      connection: '',
      created: 0,
      fetched: 0,
      isTest: 1,
      provider: '',
      reason: '',
      resource: '',
      updated: 0,
    },
  }
}

/** The ways that send something, with what they are. */
export const listChannels = ({ payload }: { payload: Payload }): Pick<Channel, 'name' | 'type'>[] =>
  [...getSync(payload).notices.channels.values()]
    .filter(({ send }) => send !== undefined)
    .map(({ name, type }) => ({ name, type }))

/**
 * Sends a message by a channel at once, once, and says what came of it; the log of deliveries has it
 * too.
 *
 * @throws RefusedError for a channel that there is not
 */
export const testChannel = async ({
  channel: name,
  payload,
}: TestChannelArgs): Promise<ChannelTest> => {
  const { clock, database, notices } = getSync(payload)
  const channel = notices.channels.get(name)
  if (!channel?.send) {
    throw new RefusedError({ code: 'UNKNOWN_CHANNEL', message: `There is no channel "${name}".` })
  }
  const notice = toNotice({ now: clock.now() })
  const id = randomUUID()
  const result = await send({ id, channel, notice, payload })
  await inTransaction({
    database,
    work: async (req) => {
      await addDeliveries({
        database,
        deliveries: [{ channel: { ...channel, send: undefined }, delayMs: 0, notice }],
        req,
      })
      await noteTest({ id, cause: notice.cause, channel: name, database, req, result })
    },
  })
  return result
}

type SendArgs = { channel: Channel; id: string; notice: Notice; payload: Payload }

const send = async ({ id, channel, notice, payload }: SendArgs): Promise<ChannelTest> => {
  try {
    const answer = await channel.send!({
      message: { id, notices: [notice] },
      payload,
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    return { ...answer, error: null }
  } catch (error) {
    const { body, status } = isDeliveryError(error) ? error : { body: null, status: null }
    return { body, error: describeError(error), status }
  }
}
