import type { IncomingMessage, ServerResponse } from 'node:http'

import { setTimeout as sleep } from 'node:timers/promises'

import type { WireFormat, WireRequest } from '../wireFormat.js'
import type { Clock } from '../world/createClock.js'
import type { ActiveFault, Faults } from './createFaults.js'
import type { LoggedRequest, RequestLog } from './createRequestLog.js'

import { withPictures } from '../drawPicture.js'
import { sendCut, sendText } from './sendText.js'
import { toTextAnswer } from './toTextAnswer.js'

/** Answers one request in a wire format, with whatever fault was ordered for it. */
export const answerWire = async ({
  clock,
  closing,
  drawsPictures,
  faults,
  format,
  req,
  request,
  requests,
  res,
}: AnswerWireArgs): Promise<void> => {
  const taken = faults.take({ page: format.pageOf(request.query), target: targetOf(request) })
  const entry: LoggedRequest = {
    at: clock.now().toISOString(),
    entity: null,
    faults: taken.map(({ kind }) => kind),
    headerNames: Object.keys(request.headers),
    method: request.method,
    path: request.path,
    query: safeQuery(request.query),
    status: null,
  }
  requests.add(entry)

  for (const { delayMs = 1000 } of taken.filter(({ kind }) => kind === 'delay')) {
    await sleep(delayMs, undefined, { signal: closing })
  }
  const fault: ActiveFault | undefined = taken.find(({ kind }) => kind !== 'delay')
  if (fault?.kind === 'hang') {
    return
  }

  const { entity, ...answer } = toTextAnswer({ fault, format, request })
  entry.entity = entity
  entry.status = answer.status
  const send = fault?.kind === 'cut' ? sendCut : sendText
  send({ req, res, ...answer, text: drawsPictures ? withPictures(answer.text) : answer.text })
}

type AnswerWireArgs = {
  clock: Clock
  /** Fires when the emulator closes: nothing may go on waiting then. */
  closing: AbortSignal
  drawsPictures: boolean
  faults: Faults
  format: WireFormat
  req: IncomingMessage
  request: WireRequest
  requests: RequestLog
  res: ServerResponse
}

const SECRETS = new Set(['api_token', 'key'])

const safeQuery = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query].map(([name, value]) => [name, SECRETS.has(name) ? '[redacted]' : value]),
  )

/** Path and query as a person would write them, for the `path` of a fault rule. */
const targetOf = ({ path, query }: WireRequest): string => {
  const pairs = Object.entries(safeQuery(query)).map(([name, value]) => `${name}=${value}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
