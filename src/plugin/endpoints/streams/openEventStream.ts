/** Proxies close a connection on which nothing is said. */
const SILENCE_MS = 15_000

/** A browser that takes nothing for so long is gone, or too slow. */
const STALLED_MS = 60_000

/** Turns the text of an event into what is sent. */
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const HEARTBEAT = encode(':\n\n')
const RETRY = encode('retry: 2000\n\n')

/** A connection to a browser. */
export type EventStream = {
  close: () => void
  /** Whether the browser has taken what it was sent. */
  isReady: () => boolean
  /** Sends something. A browser that is more than `maxBehind` messages behind is left. */
  send: (bytes: Uint8Array) => void
}

type OpenEventStreamArgs = {
  /** The browser connects again after this. */
  lifetimeMs: number
  /** Messages a browser may be behind before it has to connect again. */
  maxBehind: number
  /** Called when the browser has taken what it was sent. */
  onReady?: () => void
  /** Begins to send. Returns what ends it. */
  open: (stream: EventStream) => () => void
  /** Aborted when the browser is gone. */
  signal: AbortSignal | null | undefined
}

/** Server-sent events, as the answer to a request. */
export const openEventStream = ({
  lifetimeMs,
  maxBehind,
  onReady,
  open,
  signal,
}: OpenEventStreamArgs): Response => {
  let close = (): void => undefined

  const body = new ReadableStream<Uint8Array>({
    cancel: () => close(),
    pull: () => onReady?.(),
    start: (controller) => {
      let isClosed = false
      let readyAt = Date.now()
      let stop = (): void => undefined
      const isReady = (): boolean => !isClosed && (controller.desiredSize ?? 0) > 0
      const send = (bytes: Uint8Array): void => {
        if (isClosed) {
          return
        }
        if ((controller.desiredSize ?? 0) < -maxBehind) {
          close()
          return
        }
        controller.enqueue(bytes)
      }
      const beat = (): void => {
        if (isReady()) {
          readyAt = Date.now()
          send(HEARTBEAT)
        } else if (Date.now() - readyAt > STALLED_MS) {
          close()
        }
      }
      const lifetime = setTimeout(() => close(), lifetimeMs).unref()
      const heartbeat = setInterval(beat, SILENCE_MS).unref()
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
      stop = open({ close, isReady, send })
      if (isClosed || signal?.aborted) {
        // It ended while it began.
        stop()
        close()
      }
    },
  })
  return new Response(body, {
    headers: {
      // A proxy that compresses would keep events back until it has enough of them.
      'Cache-Control': 'no-store, no-transform',
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    },
  })
}
