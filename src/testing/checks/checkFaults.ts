import type { SyncError } from '../../sdk/index.js'
import type { CaseCheck, CaseCheckArgs, Findings } from '../Check.js'
import type { CaseRead } from '../reading/openCase.js'
import type { ReplayAnswer } from '../replayServer.js'

import { bringsTheSame } from '../reading/compareReads.js'
import { findStranger } from '../reading/findStranger.js'
import { startReplayServer, toBytes } from '../replayServer.js'

/** Long enough for an answer of a server next door; one that is late is a failure as well. */
const SHORT_TIMEOUT_MS = 50

/**
 * From each request of a read on, every answer goes wrong, in every way there is. A read must end
 * with a `SyncError` then, or bring all the same, where a provider knows another way, or bring
 * records that are invalid because they could not be read.
 */
export const checkFaults: CaseCheck = async (args) => {
  const findings: Findings = await findRefused(args)
  for (const [index, { path }] of args.clean.requests.entries()) {
    for (const { name, findFault, toAnswer } of FAULTS) {
      const read = await args.open.read({
        onRequest: (asked) => (asked.index >= index ? toAnswer(asked.answer) : asked.answer),
        ...(name === SILENCE && { timeoutMs: SHORT_TIMEOUT_MS }),
      })
      const finding = findMistake({ clean: args.clean, fault: name, findFault, read })
      if (finding !== undefined) {
        findings.push(`${name} at request ${index + 1} (${path}): ${finding}`)
      }
    }
  }
  return findings
}

type FindMistakeArgs = {
  clean: CaseRead
  fault: string
  findFault?: ((error: SyncError) => string | undefined) | undefined
  read: CaseRead
}

const findMistake = ({ clean, fault, findFault, read }: FindMistakeArgs): string | undefined => {
  if (!read.failure) {
    return bringsTheSame({ clean, read }) || countInvalid(read) > countInvalid(clean)
      ? undefined
      : 'the read ended as if nothing had happened'
  }
  const stranger = findStranger(read.failure)
  if (stranger !== undefined) {
    return stranger
  }
  const error = read.failure.error as SyncError
  return error.code === 'NOTHING_HERE' && fault !== NOT_FOUND
    ? 'it was taken for the word that there is nothing'
    : findFault?.(error)
}

const countInvalid = ({ scopes }: CaseRead): number =>
  scopes.reduce(
    (sum, { pages }) => sum + pages.reduce((count, { invalid }) => count + invalid.length, 0),
    0,
  )

/** Each page, while nobody listens where the provider was. */
const findRefused = async ({ clean, open }: CaseCheckArgs): Promise<Findings> => {
  const findings: Findings = []
  const gone = await startReplayServer()
  await gone.close()
  for (const { pages, scope } of clean.scopes) {
    for (const [index, page] of pages.filter(({ answers }) => answers.length > 0).entries()) {
      const where = `a connection that is refused, page ${index + 1} of ${scope.key}`
      try {
        await open.refetch({ baseUrl: gone.baseUrl, page, scope })
        findings.push(`${where}: the page came as if nothing had happened`)
      } catch (error) {
        const stranger = findStranger({ error })
        findings.push(...(stranger === undefined ? [] : [`${where}: ${stranger}`]))
      }
    }
  }
  return findings
}

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
const NOT_FOUND = 'status 404'

/** Told by a server that says nothing. */
const SILENCE = 'no answer in time'

/** Everything that may come instead of a good answer. */
const FAULTS: readonly Fault[] = [
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
