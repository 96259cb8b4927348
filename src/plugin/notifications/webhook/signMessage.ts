import { createHmac } from 'node:crypto'

type SignMessageArgs = {
  body: string
  id: string
  /** When it is sent, in seconds since 1970. */
  now: number
  /** `whsec_…`; each signs. */
  secrets: readonly string[]
}

/**
 * What a receiver knows a message by.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signMessage = ({
  id,
  body,
  now,
  secrets,
}: SignMessageArgs): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-signature': secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
      return `v1,${createHmac('sha256', key).update(`${id}.${now}.${body}`).digest('base64')}`
    })
    .join(' '),
  'webhook-timestamp': String(now),
})
