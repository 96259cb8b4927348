import { FetchError, ofetch } from 'ofetch'

import type { HttpFacts, HttpQuery } from '../../../sdk/index.js'

import {
  InvalidAnswerError,
  RequestRefusedError,
  SyncError,
  UnavailableError,
} from '../../../shared/errors/index.js'

const DEFAULT_MAX_BYTES = 50_000_000
const MOST_REDIRECTS = 5

/** An answer as it arrived, unpacked and not yet understood. */
export type RawAnswer = { bytes: Uint8Array; headers: Headers; status: number }

type SendRequestArgs = {
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  facts: Pick<HttpFacts, 'baseUrl' | 'maxBytes'>
  headers: Readonly<Record<string, string>>
  /** The provider as people read it. */
  provider: string
  signal: AbortSignal
  /** Milliseconds until the last byte. */
  timeoutMs: number
} & AskedFor

type AskedFor = { path: string; query: HttpQuery | undefined }

/**
 * Sends one GET request and reads its answer to the end, whatever its status. Redirects are followed
 * within the provider's own origin only: the credentials stay with whom they were meant for.
 *
 * @throws UnavailableError when no whole answer came in time
 * @throws InvalidAnswerError when the answer is longer than `maxBytes`
 * @throws RequestRefusedError for a redirect that is not followed
 */
export const sendRequest = async ({
  clean,
  facts: { baseUrl, maxBytes = DEFAULT_MAX_BYTES },
  headers,
  path,
  provider,
  query,
  signal,
  timeoutMs,
}: SendRequestArgs): Promise<RawAnswer> => {
  const timeout = AbortSignal.timeout(timeoutMs)
  const options = {
    headers: { ...headers },
    ignoreResponseError: true,
    redirect: 'manual',
    responseType: 'stream',
    retry: false,
    signal: AbortSignal.any([signal, timeout]),
  } as const
  try {
    let response: Response = await ofetch.raw(path, { ...options, baseURL: baseUrl, query })
    for (let redirects = 0; isRedirect(response); redirects += 1) {
      await response.body?.cancel()
      if (redirects === MOST_REDIRECTS) {
        throw new RequestRefusedError(
          `${provider} redirects ${path} more than ${MOST_REDIRECTS} times. Check its base URL.`,
        )
      }
      const next = getNext({ clean, path, provider, response })
      response = await ofetch.raw(next.href, options)
    }
    const bytes = await readBytes({ maxBytes, path, provider, response })
    return { bytes, headers: response.headers, status: response.status }
  } catch (error) {
    signal.throwIfAborted()
    if (timeout.aborted) {
      const seconds = Math.max(0.001, timeoutMs / 1000)
      throw new UnavailableError(
        `${provider} did not answer ${path} within ${Number(seconds.toPrecision(3))} seconds.`,
      )
    }
    if (error instanceof SyncError) {
      throw error
    }
    // The cause is not kept: it carries the request with its headers.
    throw new UnavailableError(clean(`${provider} could not be reached (${reasonOf(error)}).`))
  }
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

const isRedirect = ({ headers, status }: Response): boolean =>
  REDIRECTS.includes(status) && headers.has('location')

type GetNextArgs = { response: Response } & Pick<SendRequestArgs, 'clean' | 'path' | 'provider'>

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

type ReadBytesArgs = { maxBytes: number; path: string; provider: string; response: Response }

const readBytes = async ({
  maxBytes,
  path,
  provider,
  response: { body },
}: ReadBytesArgs): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (body ??
    new Response('').body) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > maxBytes) {
      // Leaving the loop lets go of the connection.
      throw new InvalidAnswerError(
        `${provider} answered ${path} with more than ${maxBytes} bytes, so the rest was not read.`,
      )
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
