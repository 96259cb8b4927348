import type { LookupAddress } from 'node:dns'
import type { IncomingMessage } from 'node:http'

import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'

import { DeliveryError } from '../../../shared/errors/index.js'
import { isPublicAddress } from './isPublicAddress.js'

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

export const resolveHost: Resolve = (host) => lookup(host, { all: true, verbatim: true })

export type PostSafelyArgs = {
  /** Ranges of addresses that may be posted to though they are not public. */
  allow: readonly string[]
  body: string
  headers: Readonly<Record<string, string>>
  /** @default the system's */
  resolve?: Resolve
  signal: AbortSignal
  url: string
}

export type PostAnswer = {
  /** The beginning of it. */
  body: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  status: number
}

/** A receiver that moved may say so; one that sends us round in circles may not. */
const MOST_REDIRECTS = 3

/** Redirects that repeat the request as it was. */
const REPEATED = [307, 308]

const MOST_BYTES = 2000

/** A receiver that does not answer by then has not taken it. */
const TIMEOUT_MS = 15_000

/**
 * Posts to an address that may be anybody's. It is connected to the very address that was looked at,
 * whatever its host is said to be a moment later, and so is each redirect.
 *
 * @throws DeliveryError for a host of no public address
 */
export const postSafely = async (args: PostSafelyArgs): Promise<PostAnswer> => {
  let url = args.url
  for (let redirects = 0; ; redirects += 1) {
    const answer = await postOnce({ ...args, url })
    const location = answer.headers.location
    if (!REPEATED.includes(answer.status) || typeof location !== 'string') {
      return answer
    }
    if (redirects === MOST_REDIRECTS) {
      throw new DeliveryError({ message: `It was redirected more than ${MOST_REDIRECTS} times.` })
    }
    url = follow({ from: url, location })
  }
}

type FollowArgs = { from: string; location: string }

const follow = ({ from, location }: FollowArgs): string => {
  const next = URL.canParse(location, from) ? new URL(location, from) : undefined
  if (!next || (from.startsWith('https:') && next.protocol !== 'https:')) {
    throw new DeliveryError({ message: 'It was redirected to where nothing is posted.' })
  }
  return next.href
}

type FindAddressArgs = { url: URL } & Pick<PostSafelyArgs, 'allow' | 'resolve'>

/** The address that is connected to. One host of which any address is not public is refused. */
const findAddress = async ({
  allow,
  resolve = resolveHost,
  url,
}: FindAddressArgs): Promise<LookupAddress> => {
  // Written in whatever way, a number is four numbers by now; of IPv6 the brackets go.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const version = isIP(host)
  const found = version === 0 ? await resolve(host) : [{ address: host, family: version }]
  const [first] = found
  if (!first) {
    throw new DeliveryError({ message: `The host ${host} has no address.` })
  }
  const refused = found.find(({ address }) => !isPublicAddress({ address, allow }))
  if (refused) {
    throw new DeliveryError({
      message:
        `Nothing is posted to ${host}: its address ${refused.address} is of a private network. ` +
        'If it should be, list its range in "allow" of the channel.',
    })
  }
  return first
}

const postOnce = async ({
  allow,
  body,
  headers,
  resolve,
  signal,
  url: text,
}: PostSafelyArgs): Promise<PostAnswer> => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new DeliveryError({ message: 'Messages are posted by http: and https: only.' })
  }
  const { address, family } = await findAddress({ allow, resolve, url })
  const isSecure = url.protocol === 'https:'
  const bytes = Buffer.from(body)
  return await new Promise<PostAnswer>((done, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(
      url,
      {
        // A connection that is kept would be one to an address that nobody looked at.
        agent: false,
        headers: { ...headers, 'content-length': String(bytes.length) },
        lookup: (_host, { all }, tell) =>
          all ? tell(null, [{ address, family }]) : tell(null, address, family),
        method: 'POST',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      },
      (response) => {
        readBeginning(response).then(
          (beginning) =>
            done({ body: beginning, headers: response.headers, status: response.statusCode ?? 0 }),
          reject,
        )
      },
    )
    request.on('error', (error) => reject(toPlainError({ error, host: url.host })))
    request.end(bytes)
  })
}

type ToPlainErrorArgs = { error: { code?: string } & Error; host: string }

const toPlainError = ({ error, host }: ToPlainErrorArgs): Error =>
  error.name === 'TimeoutError' || error.name === 'AbortError'
    ? new DeliveryError({ message: `${host} has not answered for ${TIMEOUT_MS / 1000} seconds.` })
    : new DeliveryError({
        message: `${host} cannot be reached: ${error.message || (error.code ?? 'no reason given')}`,
      })

/** As much as somebody reads; what comes after it is not even waited for. */
const readBeginning = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    if (length >= MOST_BYTES) {
      response.destroy()
      break
    }
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8')
}
