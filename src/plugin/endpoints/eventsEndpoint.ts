import type { Endpoint, Payload } from 'payload'

import type { FeedMessage } from '../../sync/runtime/watch/createRunFeed.js'
import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { watchRuns } from '../../sync/runtime/watch/watchRuns.js'
import { syncEndpoint } from './syncEndpoint.js'

/** The browser connects again after this, and is asked anew who it is. */
const LIFETIME_MS = 5 * 60_000

/** Proxies close a connection on which nothing is said. */
const SILENCE_MS = 15_000

/** Messages a browser may be behind before it has to connect again. */
const MAX_BEHIND = 50

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const HEARTBEAT = encode(':\n\n')
const RETRY = encode('retry: 2000\n\n')

/** `GET /sync/events`: runs as they move, as server-sent events named `runs`. */
export const eventsEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: ({ headers, payload, signal }) =>
      new Response(
        openStream({ lastId: headers.get('last-event-id') ?? undefined, payload, signal }),
        {
          headers: {
            // A proxy that compresses would keep events back until it has enough of them.
            'Cache-Control': 'no-store, no-transform',
            'Content-Type': 'text/event-stream; charset=utf-8',
            'X-Accel-Buffering': 'no',
          },
        },
      ),
    method: 'get',
    path: '/events',
  })

type OpenStreamArgs = {
  /** The last event that a browser received, which connects again. */
  lastId: string | undefined
  payload: Payload
  /** Aborted when the browser is gone. */
  signal: AbortSignal | null | undefined
}

const openStream = ({ lastId, payload, signal }: OpenStreamArgs): ReadableStream<Uint8Array> => {
  let close = (): void => undefined

  return new ReadableStream<Uint8Array>({
    cancel: () => close(),
    start: (controller) => {
      const send = (bytes: Uint8Array): void => {
        if ((controller.desiredSize ?? 0) < -MAX_BEHIND) {
          close()
          return
        }
        controller.enqueue(bytes)
      }
      let stop = (): void => undefined
      const lifetime = setTimeout(() => close(), LIFETIME_MS).unref()
      const heartbeat = setInterval(() => send(HEARTBEAT), SILENCE_MS).unref()
      let isClosed = false
      close = () => {
        if (isClosed) {
          return
        }
        isClosed = true
        clearTimeout(lifetime)
        clearInterval(heartbeat)
        stop()
        try {
          controller.close()
        } catch {
          // The browser left first.
        }
      }
      signal?.addEventListener('abort', () => close(), { once: true })
      send(RETRY)
      stop = watchRuns({
        lastId,
        onEnd: () => close(),
        onNews: (message) => send(toEvent(message)),
        payload,
      })
    },
  })
}

/** Made once for all who are told the same. */
const events = new WeakMap<FeedMessage, Uint8Array>()

const toEvent = (message: FeedMessage): Uint8Array => {
  const { id, json } = message
  const event = events.get(message) ?? encode(`id: ${id}\nevent: runs\ndata: ${json}\n\n`)
  events.set(message, event)
  return event
}
