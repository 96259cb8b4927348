import type { WireAnswer, WireFormat, WireRequest } from '../wireFormat.js'
import type { ActiveFault } from './createFaults.js'
import type { TextAnswer } from './sendText.js'

/**
 * The answer as text, spoilt as the fault says. `status`, `html` and `rateLimit` come instead of
 * the real answer and use up nothing of the rate limit; the others are the real answer, damaged.
 */
export const toTextAnswer = ({
  fault,
  format,
  request,
}: {
  fault: ActiveFault | undefined
  format: WireFormat
  request: WireRequest
}): { entity: null | string } & TextAnswer => {
  switch (fault?.kind) {
    case 'duplicate':
    case 'empty':
    case 'no-data':
      return toText(format.distort({ answer: format.answer(request), kind: fault.kind }))
    case 'html':
      return {
        contentType: 'text/html; charset=utf-8',
        entity: null,
        headers: retryAfter(fault),
        status: fault.status ?? 502,
        text: textOf(fault.body ?? HTML_PAGE),
      }
    case 'malformed': {
      const answer = toText(format.answer(request))
      // Complete in length, but no JSON: a key without quotes, as a broken proxy might make it.
      return { ...answer, text: answer.text.replace('{"', '{') }
    }
    case 'rateLimit': {
      const answer = format.rateLimited({ request, shape: fault.shape ?? 'docs' })
      const { 'retry-after': _, ...headers } = answer.headers ?? {}
      return {
        entity: null,
        headers: { ...headers, ...retryAfter(fault) },
        status: 429,
        text: textOf(fault.body ?? answer.body),
      }
    }
    case 'status': {
      const status = fault.status ?? 500
      return {
        entity: null,
        headers: retryAfter(fault),
        status,
        text: textOf(fault.body ?? { message: `Emulated failure with status ${status}` }),
      }
    }
    case 'truncated': {
      const answer = toText(format.answer(request))
      return { ...answer, text: answer.text.slice(0, Math.ceil(answer.text.length / 2)) }
    }
    default:
      return toText(format.answer(request))
  }
}

const toText = ({ body, ...answer }: WireAnswer): { entity: null | string } & TextAnswer => ({
  ...answer,
  text: answer.contentType === undefined ? JSON.stringify(body) : textOf(body),
})

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body))

const retryAfter = ({ retryAfter: value }: ActiveFault): Record<string, string> =>
  value === undefined ? {} : { 'retry-after': String(value) }

const HTML_PAGE = `<!DOCTYPE html>
<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>
`
