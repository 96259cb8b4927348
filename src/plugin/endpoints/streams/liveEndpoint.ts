import type { Endpoint, PayloadRequest } from 'payload'

import type { DocumentWatch } from '../../../sync/runtime/live/watchDocuments.js'
import type { FeedMessage } from '../../../sync/runtime/watch/createFeed.js'

import { getLive } from '../../../sync/runtime/live/LiveSettings.js'
import {
  countWatchers,
  isForbidden,
  watchDocuments,
} from '../../../sync/runtime/live/watchDocuments.js'
import { encode, openEventStream } from './openEventStream.js'

/** The browser connects again after this, to whichever process has room. */
const LIFETIME_MS = 15 * 60_000

/** When somebody who was sent away may come back. */
const RETRY_AFTER_SECONDS = 5

/** What is sent to one browser at once, and what it has not taken yet. */
const MAX_BEHIND = 2

type RefuseArgs = { code: string; message: string; status: number }

const refuse = ({ code, message, status }: RefuseArgs): Response =>
  Response.json(
    { errors: [{ code, message }] },
    {
      headers: {
        'Cache-Control': 'no-store',
        ...(status === 503 && { 'Retry-After': String(RETRY_AFTER_SECONDS) }),
      },
      status,
    },
  )

/**
 * `GET /sync/live/:collection`: documents as they change, for visitors of a site, as server-sent
 * events named `documents`; or, for who accepts only JSON, as they are now. Everybody is told what
 * somebody may read who is not signed in, whoever asks.
 */
export const liveEndpoint: Endpoint = {
  handler: async (req) => {
    const { payload, routeParams } = req
    const slug = String(routeParams?.collection)
    const { collections, maxStreams } = getLive(payload)
    if (!collections.has(slug)) {
      return refuse({
        code: 'UNKNOWN_COLLECTION',
        message: `There is no live stream of "${slug}".`,
        status: 404,
      })
    }
    if (countWatchers(payload) >= maxStreams) {
      return refuse({
        code: 'TOO_MANY_STREAMS',
        message: 'Too many people watch. Come back in a moment.',
        status: 503,
      })
    }
    try {
      return isForJson(req) ? await answerOnce({ slug, req }) : await stream({ slug, req })
    } catch (error) {
      if (isForbidden(error)) {
        return refuse({
          code: 'FORBIDDEN',
          message: `Visitors may not read "${slug}".`,
          status: 403,
        })
      }
      payload.logger.warn({ err: error, msg: `The live stream of "${slug}" could not begin.` })
      return refuse({
        code: 'UNAVAILABLE',
        message: 'The documents cannot be read now. Come back in a moment.',
        status: 503,
      })
    }
  },
  method: 'get',
  path: '/sync/live/:collection',
}

const isForJson = ({ headers }: PayloadRequest): boolean => {
  const accept = headers.get('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/event-stream')
}

type AnswerArgs = { req: PayloadRequest; slug: string }

const none = (): void => undefined

/** Everything, from what the process remembers; nothing when whoever asks has it. */
const answerOnce = async ({ slug, req: { headers, payload } }: AnswerArgs): Promise<Response> => {
  const { catchUp, stop } = await watchDocuments({ slug, onEnd: none, onNews: none, payload })
  stop()
  const { id, json } = toNewest(catchUp)
  const etag = `"${id}"`
  const common = { 'Cache-Control': 'public, max-age=1', ETag: etag }
  return headers.get('if-none-match') === etag
    ? new Response(null, { headers: common, status: 304 })
    : new Response(json, { headers: { ...common, 'Content-Type': 'application/json' } })
}

/** Everything as one message. There is one, since somebody has looked. */
const toNewest = (catchUp: DocumentWatch['catchUp']): FeedMessage => catchUp(undefined)[0]!

const stream = async ({
  slug,
  req: { headers, payload, searchParams, signal },
}: AnswerArgs): Promise<Response> => {
  // A browser's own EventSource sends the header; one of another origin may only send the query.
  let lastId = headers.get('last-event-id') ?? searchParams?.get('lastEventId') ?? undefined
  let flush = none
  let end = none
  const { catchUp, stop } = await watchDocuments({
    slug,
    onEnd: () => end(),
    onNews: () => flush(),
    payload,
  })
  return openEventStream({
    lifetimeMs: LIFETIME_MS,
    maxBehind: MAX_BEHIND,
    onReady: () => flush(),
    open: ({ close, isReady, send }) => {
      end = close
      // Nothing is kept for a browser that is slow: it is told the rest when it has taken this.
      flush = () => {
        if (!isReady()) {
          return
        }
        const messages = toShortest({ catchUp, messages: catchUp(lastId) })
        if (messages.length > 0) {
          lastId = messages.at(-1)!.id
          send(encode(messages.map(toEvent).join('')))
        }
      }
      return stop
    },
    signal,
  })
}

type ToShortestArgs = { messages: FeedMessage[] } & Pick<DocumentWatch, 'catchUp'>

/** What was missed, unless everything as it is now is less. */
const toShortest = ({ catchUp, messages }: ToShortestArgs): FeedMessage[] => {
  if (messages.length < 2) {
    return messages
  }
  const newest = toNewest(catchUp)
  const length = messages.reduce((sum, { json }) => sum + json.length, 0)
  return newest.json.length < length ? [newest] : messages
}

const toEvent = ({ id, json }: FeedMessage): string =>
  `id: ${id}\nevent: documents\ndata: ${json}\n\n`
