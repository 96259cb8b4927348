import type { Endpoint } from 'payload'

import type { FeedMessage } from '../../../sync/runtime/watch/createFeed.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { limitMessage } from '../../../sync/runtime/watch/limitMessage.js'
import { watchRuns } from '../../../sync/runtime/watch/watchRuns.js'
import { syncEndpoint } from '../syncEndpoint.js'
import { encode, openEventStream } from './openEventStream.js'

/** The browser connects again after this, and is asked anew who it is. */
const LIFETIME_MS = 5 * 60_000

/** Messages a browser may be behind before it has to connect again. */
const MAX_BEHIND = 50

/** `GET /sync/events`: runs as they move, as server-sent events named `runs`. */
export const eventsEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: ({ headers, payload, signal }, { sight }) =>
      openEventStream({
        lifetimeMs: LIFETIME_MS,
        maxBehind: MAX_BEHIND,
        open: ({ close, send }) =>
          watchRuns({
            lastId: headers.get('last-event-id') ?? undefined,
            onEnd: close,
            onNews: (message) => {
              const limited = limitMessage({ message, sight })
              if (limited) {
                send(toEvent(limited))
              }
            },
            payload,
          }),
        signal,
      }),
    method: 'get',
    path: '/events',
  })

/** Made once for all who are told the same. */
const events = new WeakMap<FeedMessage, Uint8Array>()

const toEvent = (message: FeedMessage): Uint8Array => {
  const { id, json } = message
  const event = events.get(message) ?? encode(`id: ${id}\nevent: runs\ndata: ${json}\n\n`)
  events.set(message, event)
  return event
}
