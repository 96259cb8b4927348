import type { LiveDocument, LiveNews } from '../shared/live/LiveNews.js'

import { readEvents } from './readEvents.js'

/** How long nothing may come, not even a sign of life, before the connection is taken for dead. */
const SILENCE_MS = 45_000

const FIRST_WAIT_MS = 1000

const LONGEST_WAIT_MS = 30_000

/** Waits for so long; at once over when `signal` is aborted. */
export type Wait = (args: { ms: number; signal: AbortSignal }) => Promise<void>

type FollowDocumentsArgs<TDocument extends LiveDocument> = {
  onNews: (news: LiveNews<TDocument>) => void
  /** Told whether news come in. */
  onState: (isConnected: boolean) => void
  /** Ends it. */
  signal: AbortSignal
  url: string
  wait: Wait
}

/** Statuses of an answer that will not become another one. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429

/**
 * Follows a live stream until it is told to stop, and connects again when the connection is lost,
 * where it left off. It gives up where the stream does not exist, or is not for visitors.
 */
export const followDocuments = async <TDocument extends LiveDocument>({
  onNews,
  onState,
  signal,
  url,
  wait,
}: FollowDocumentsArgs<TDocument>): Promise<void> => {
  let lastId: string | undefined
  let failures = 0
  while (!signal.aborted) {
    let retryAfterMs = 0
    const connection = new AbortController()
    const leave = (): void => connection.abort()
    signal.addEventListener('abort', leave, { once: true })
    let silence = setTimeout(leave, SILENCE_MS)
    try {
      // In the query, since a browser asks the server of another origin before it sends the header.
      const query = lastId === undefined ? '' : `?lastEventId=${encodeURIComponent(lastId)}`
      const response = await fetch(`${url}${query}`, {
        cache: 'no-store',
        headers: { Accept: 'text/event-stream' },
        signal: connection.signal,
      })
      if (isFinal(response.status)) {
        return
      }
      retryAfterMs = Number(response.headers.get('retry-after') ?? 0) * 1000 || 0
      if (response.ok && response.body) {
        onState(true)
        const onBytes = (): void => {
          clearTimeout(silence)
          silence = setTimeout(leave, SILENCE_MS)
        }
        for await (const { id, data } of readEvents({ body: response.body, onBytes })) {
          lastId = id ?? lastId
          failures = 0
          onNews(JSON.parse(data) as LiveNews<TDocument>)
        }
      }
    } catch {
      // The network is away, or what came was no stream. It is tried again.
    } finally {
      clearTimeout(silence)
      signal.removeEventListener('abort', leave)
      connection.abort()
      onState(false)
    }
    const backoffMs = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)
    failures += 1
    // All who lost the same server do not come back in the same moment.
    await wait({ ms: Math.max(backoffMs, retryAfterMs) * (1 + Math.random() / 2), signal })
  }
}
