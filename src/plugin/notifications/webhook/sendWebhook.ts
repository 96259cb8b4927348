import type { Answer, Channel } from '../../../sync/store/notices/Channel.js'
import type {
  NotificationText,
  WebhookChannelOptions,
} from '../../options/notifications/NotificationOptions.js'
import type { Resolve } from './postSafely.js'

import { DeliveryError } from '../../../shared/errors/index.js'
import { visibleText } from '../../../shared/plainWords.js'
import { redact } from '../../../shared/redact/redact.js'
import { postSafely } from './postSafely.js'
import { signMessage } from './signMessage.js'

type SendWebhookArgs = {
  now: Date
  options: WebhookChannelOptions
  /** @default the system's */
  resolve?: Resolve | undefined
  /** In words, one for each notice. */
  texts: readonly NotificationText[]
} & Omit<Parameters<NonNullable<Channel['send']>>[0], 'payload'>

/** What is wrong with the receiver, and not with the message. */
const OUTAGES = [408, 425, 429]

const GONE = 410

/**
 * Posts a message as Standard Webhooks says, and takes 2xx for an answer that it was taken.
 *
 * @throws DeliveryError for every other
 */
export const sendWebhook = async ({
  message: { id, notices },
  now,
  options,
  resolve,
  signal,
  texts,
}: SendWebhookArgs): Promise<Answer> => {
  const { allow = [], headers = {}, secret, url } = options
  const secrets = typeof secret === 'string' ? [secret] : secret
  const [first] = notices
  const last = notices.at(-1)
  const body = JSON.stringify({
    type: first?.name,
    data: {
      events: notices.map((notice, index) => toEvent({ notice, text: texts[index]! })),
    },
    timestamp: last?.at ?? now.toISOString(),
  })
  const answer = await postSafely({
    allow,
    body,
    headers: {
      'user-agent': 'payload-plugin-sync',
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      'content-type': 'application/json',
      ...signMessage({ id, body, now: Math.floor(now.getTime() / 1000), secrets }),
    },
    ...(resolve && { resolve }),
    signal,
    url,
  })
  const { status } = answer
  // It may repeat what it was sent, and is shown to people.
  const words = visibleText(
    redact({ secrets: [...secrets, ...Object.values(headers)], text: answer.body }),
  ).trim()
  if (status >= 200 && status < 300) {
    return { body: words || null, status }
  }
  throw new DeliveryError({
    body: words || null,
    isFinal: status === GONE,
    isRefused: status < 500 && !OUTAGES.includes(status) && status >= 400,
    message:
      status === GONE
        ? 'It answered 410: nothing is to be sent there any more.'
        : `It answered ${status}.`,
    retryAfterMs: readRetryAfter({ now, value: answer.headers['retry-after'] }),
    status,
  })
}

type ToEventArgs = { notice: SendWebhookArgs['message']['notices'][number]; text: NotificationText }

/** What a receiver may rely on. */
const toEvent = ({ notice, text }: ToEventArgs) => {
  const { name, at, cause, connection, count, provider, reasons, resource, severity } = notice
  const { isTest, ...values } = notice.values
  return {
    id: cause,
    at,
    connection,
    count,
    ...(isTest !== undefined && { isTest: true }),
    message: text,
    provider,
    ...(reasons && { reasons }),
    type: name,
    resource,
    severity,
    values,
  }
}

type ReadRetryAfterArgs = { now: Date; value: string | string[] | undefined }

const readRetryAfter = ({ now, value }: ReadRetryAfterArgs): number | undefined => {
  if (typeof value !== 'string') {
    return undefined
  }
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now.getTime()
  return Number.isFinite(ms) && ms > 0 ? ms : undefined
}
