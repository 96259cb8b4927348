import type { Endpoint, Payload } from 'payload'

import type { RunUpdates } from '../../sync/runtime/watchRuns.js'
import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { watchRuns } from '../../sync/runtime/watchRuns.js'
import { syncEndpoint } from './syncEndpoint.js'

/** The browser connects again after this, and is asked anew who it is. */
const LIFETIME_MS = 5 * 60_000

/** Proxies close a connection on which nothing is said. */
const SILENCE_MS = 15_000

/** Messages a browser may be behind before it has to connect again. */
const MAX_BEHIND = 50

/** `GET /sync/events`: runs as they move, as server-sent events named `runs`. */
export const eventsEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: ({ payload, signal }) =>
      new Response(openStream({ payload, signal }), {
        headers: {
          // A proxy that compresses would keep events back until it has enough of them.
          'Cache-Control': 'no-store, no-transform',
          'Content-Type': 'text/event-stream; charset=utf-8',
          'X-Accel-Buffering': 'no',
        },
      }),
    method: 'get',
    path: '/events',
  })

type OpenStreamArgs = {
  payload: Payload
  /** Aborted when the browser is gone. */
  signal: AbortSignal | null | undefined
}

const openStream = ({ payload, signal }: OpenStreamArgs): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let close = (): void => undefined

  return new ReadableStream<Uint8Array>({
    cancel: () => close(),
    start: (controller) => {
      const send = (text: string): void => {
        if ((controller.desiredSize ?? 0) < -MAX_BEHIND) {
          close()
          return
        }
        controller.enqueue(encoder.encode(text))
      }
      let stop = (): void => undefined
      const lifetime = setTimeout(() => close(), LIFETIME_MS).unref()
      const heartbeat = setInterval(() => send(':\n\n'), SILENCE_MS).unref()
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
      send('retry: 2000\n\n')
      stop = watchRuns({
        onEnd: () => close(),
        onUpdates: (updates) => send(toEvent(updates)),
        payload,
      })
    },
  })
}

const toEvent = (updates: RunUpdates): string => `event: runs\ndata: ${JSON.stringify(updates)}\n\n`
