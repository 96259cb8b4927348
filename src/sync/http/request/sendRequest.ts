import { FetchError, ofetch } from 'ofetch'

import type { ByteStream, HttpFacts } from '../../../sdk/index.js'
import type { HttpRequest } from './HttpRequest.js'

import {
  InvalidAnswerError,
  isSyncError,
  RequestRefusedError,
  UnavailableError,
} from '../../../shared/errors/index.js'
import { BODIES } from '../bodies/BODIES.js'
import { limitStream } from '../bodies/streamBody.js'
import { encodeBody } from './encodeBody.js'
import { toTarget } from './toTarget.js'

const MOST_REDIRECTS = 5

/** An answer as it arrived, unpacked and not yet understood. */
export type RawAnswer = { headers: Headers; status: number } & (
  | { bytes: Uint8Array; stream?: never }
  /** Not read yet; only where a stream was asked for and the status is that of success. */
  | { bytes?: never; stream: ByteStream }
)

type SendRequestArgs = {
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  facts: Pick<HttpFacts, 'baseUrl' | 'maxBytes'>
  headers: Readonly<Record<string, string>>
  /** Whether a whole URL may lead to another origin. */
  mayLeave: boolean
  /** The provider as people read it. */
  provider: string
  request: HttpRequest
  signal: AbortSignal
  /** Milliseconds until the last byte; of a stream, until the next one. */
  timeoutMs: number
}

/**
 * Sends one request and reads its answer to the end, whatever its status; a stream is handed on
 * instead. Whole URLs and redirects are followed within the provider's own origin only: the
 * credentials stay with whom they were meant for.
 *
 * @throws UnavailableError when no whole answer came in time
 * @throws InvalidAnswerError when the answer is longer than it may be
 * @throws RequestRefusedError for a redirect that is not followed
 */
export const sendRequest = async (args: SendRequestArgs): Promise<RawAnswer> => {
  const { facts, provider, request, signal, timeoutMs } = args
  const { as, maxBytes = facts.maxBytes ?? BODIES[as].maxBytes, path } = request
  const deadline = startDeadline(timeoutMs)
  const toError = (error: unknown): Error => explain({ ...args, error, isLate: deadline.isOver() })
  const tooLong = (): Error =>
    new InvalidAnswerError(
      `${provider} answered ${path} with more than ${maxBytes} bytes, so the rest was not read.`,
    )
  try {
    const response = await followRedirects({
      ...args,
      signal: AbortSignal.any([signal, deadline.signal]),
    })
    const { body, headers, status } = response
    if (as === 'stream' && body && response.ok) {
      return {
        headers,
        status,
        stream: limitStream({ body, deadline, maxBytes, toError, tooLong }),
      }
    }
    return { bytes: await readBytes({ body, maxBytes, tooLong }), headers, status }
  } catch (error) {
    throw toError(error)
  } finally {
    deadline.stop()
  }
}

type ExplainArgs = { error: unknown; isLate: boolean } & SendRequestArgs

/** Why no whole answer came. An abort is told as the one who aborted says it. */
const explain = ({
  clean,
  error,
  facts,
  isLate,
  provider,
  request,
  signal,
  timeoutMs,
}: ExplainArgs) => {
  if (signal.aborted) {
    return signal.reason as Error
  }
  if (isLate) {
    const seconds = Math.max(0.001, timeoutMs / 1000)
    return new UnavailableError(
      `${provider} did not answer ${request.path} within ${Number(seconds.toPrecision(3))} seconds.`,
    )
  }
  if (isSyncError(error)) {
    return error
  }
  // The cause is not kept: it carries the request with its headers.
  const { origin } = new URL(request.path, facts.baseUrl)
  return new UnavailableError(
    clean(`${provider} could not be reached at ${origin} (${reasonOf(error)}).`),
  )
}

/** The answer behind all redirects. What a POST is sent on to is asked for as the standard says. */
const followRedirects = async ({
  clean,
  facts: { baseUrl },
  headers,
  mayLeave,
  provider,
  request,
  signal,
}: SendRequestArgs): Promise<Response> => {
  const { path, query } = request
  const target = toTarget({ baseUrl, clean, mayLeave, path, provider })
  let sent = toOptions({ headers, request, signal })
  let response: Response = await ofetch.raw(target, { ...sent, query })
  for (let redirects = 0; isRedirect(response); redirects += 1) {
    await response.body?.cancel()
    if (redirects === MOST_REDIRECTS) {
      throw new RequestRefusedError(
        `${provider} redirects ${path} more than ${MOST_REDIRECTS} times. Check its base URL.`,
      )
    }
    const next = getNext({ clean, path, provider, response })
    const isRepeated = KEEPING_REDIRECTS.includes(response.status)
    sent = toOptions({
      headers,
      request: isRepeated ? request : { ...request, body: undefined },
      signal,
    })
    response = await ofetch.raw(next.href, sent)
  }
  return response
}

type ToOptionsArgs = Pick<SendRequestArgs, 'headers' | 'request' | 'signal'>

const toOptions = ({ headers: own, request, signal }: ToOptionsArgs) => {
  const { as, body: said } = request
  const { type, body } = said ? encodeBody(said) : {}
  const headers = new Headers({ accept: BODIES[as].accept ?? '*/*' })
  for (const [name, value] of Object.entries({ ...own, ...request.headers })) {
    headers.set(name, value)
  }
  if (body) {
    // One that the facts send with every request does not fit what is sent here.
    headers.delete('content-type')
  }
  if (type) {
    headers.set('content-type', type)
  }
  return {
    body,
    headers,
    ignoreResponseError: true,
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    responseType: 'stream',
    retry: false,
    signal,
  } as const
}

/** Ends a request that takes too long. */
const startDeadline = (ms: number) => {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const stop = (): void => clearTimeout(timer)
  const restart = (): void => {
    stop()
    timer = setTimeout(() => controller.abort(), ms)
  }
  restart()
  return { isOver: () => controller.signal.aborted, restart, signal: controller.signal, stop }
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** These say that the request as it was is to be sent again. */
const KEEPING_REDIRECTS: readonly number[] = [307, 308]

const isRedirect = ({ headers, status }: Response): boolean =>
  REDIRECTS.includes(status) && headers.has('location')

type GetNextArgs = { path: string; response: Response } & Pick<
  SendRequestArgs,
  'clean' | 'provider'
>

/** Where a redirect leads. Only its host is told: a query may hold anything. */
const getNext = ({ clean, path, provider, response: { headers, url } }: GetNextArgs): URL => {
  const location = headers.get('location') ?? ''
  const next = URL.canParse(location, url) ? new URL(location, url) : undefined
  const { origin } = new URL(url)
  if (next?.origin !== origin) {
    // An address that holds a secret is not told at all: a URL changes the case of its host.
    const target = clean(location) === location ? next?.origin : undefined
    throw new RequestRefusedError(
      `${provider} redirects ${path} to ${target ?? 'another address'}. That is not followed, ` +
        `because the credentials are for ${origin} only. Check its base URL.`,
    )
  }
  return next
}

type ReadBytesArgs = {
  body: Response['body']
  maxBytes: number
  tooLong: () => Error
}

const readBytes = async ({ body, maxBytes, tooLong }: ReadBytesArgs): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (body ??
    new Response('').body) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > maxBytes) {
      // Leaving the loop lets go of the connection.
      throw tooLong()
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The operating system's word for what went wrong, which is shorter and safer than a message. */
const reasonOf = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') {
      return cause.code
    }
    if (!(cause instanceof FetchError) && !cause.cause) {
      return cause.message
    }
  }
  return 'unknown reason'
}
