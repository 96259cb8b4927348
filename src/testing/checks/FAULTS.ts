import type { SyncError } from '../../sdk/index.js'
import type { ReplayAnswer } from '../replayServer.js'

import { toBytes } from '../replayServer.js'

/** One way in which an answer goes wrong. */
type Fault = {
  /** What else must hold of the error. */
  findFault?: (error: SyncError) => string | undefined
  name: string
  toAnswer: (answer: ReplayAnswer) => ReplayAnswer
}

const RETRY_AFTER_SECONDS = 7

const refusal = (status: number, headers?: ReplayAnswer['headers']): ReplayAnswer => ({
  body: { message: 'Not today.' },
  status,
  ...(headers && { headers }),
})

const isOf = ({ headers }: ReplayAnswer, type: RegExp): boolean =>
  type.test(headers?.['content-type'] ?? 'application/json')

/** Well-formed, of the right type, and nothing that anybody asked for. */
const toWrongShape = (answer: ReplayAnswer): ReplayAnswer => {
  const body = isOf(answer, /json/)
    ? { unexpected: true }
    : isOf(answer, /xml/)
      ? '<unexpected/>'
      : 'unexpected\r\ntrue\r\n'
  return { ...answer, body }
}

/** Not to be understood: half of a JSON or XML text, or bytes that are no text. */
const toBroken = (answer: ReplayAnswer): ReplayAnswer => {
  const bytes = toBytes(answer)
  const body = isOf(answer, /json|xml/)
    ? bytes.subarray(0, Math.floor(bytes.length / 2))
    : Uint8Array.of(0xff, 0xfe, 0xc3, 0x28)
  return { ...answer, body }
}

/** A refusal for being too fast helps nobody who does not know when to come back. */
const findRetryFault = ({ isRetryable, retryAfterMs }: SyncError): string | undefined => {
  if (!isRetryable) {
    return 'its error does not say that the request may be repeated'
  }
  return retryAfterMs === RETRY_AFTER_SECONDS * 1000
    ? undefined
    : `its error says to wait for ${retryAfterMs} ms, and Retry-After said ${RETRY_AFTER_SECONDS} s`
}

/** Told where a system does not know something; then there may be nothing to read. */
export const NOT_FOUND = 'status 404'

/** Told by a server that says nothing. */
export const SILENCE = 'no answer in time'

/** Everything that may come instead of a good answer. */
export const FAULTS: readonly Fault[] = [
  { name: 'a connection that is reset', toAnswer: () => ({ failure: 'reset' }) },
  { name: 'half a body', toAnswer: (answer) => ({ ...answer, failure: 'cut' }) },
  { name: SILENCE, toAnswer: () => ({ failure: 'silence' }) },
  ...[401, 403].map((status) => ({
    name: `status ${status}`,
    toAnswer: () => refusal(status),
  })),
  { name: NOT_FOUND, toAnswer: () => refusal(404) },
  {
    name: 'status 429 with Retry-After',
    findFault: findRetryFault,
    toAnswer: () => refusal(429, { 'retry-after': String(RETRY_AFTER_SECONDS) }),
  },
  ...[500, 503].map((status) => ({
    name: `status ${status}`,
    toAnswer: () => refusal(status),
  })),
  { name: 'a broken body', toAnswer: toBroken },
  { name: 'a wrong shape', toAnswer: toWrongShape },
  { name: 'nothing but null', toAnswer: () => ({ body: null }) },
  { name: 'an empty body', toAnswer: (answer) => ({ ...answer, body: '' }) },
  {
    name: 'an HTML page',
    toAnswer: () => ({
      body: '<!doctype html><html><body>Please sign in.</body></html>',
      headers: { 'content-type': 'text/html' },
    }),
  },
]
