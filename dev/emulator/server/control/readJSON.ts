import type { IncomingMessage } from 'node:http'

import { isRow, type Row } from '../../json.js'
import { ControlError } from './ControlError.js'

const MAX_BYTES = 5_000_000

/** The object in a request's body; an empty body is an empty object. Throws `ControlError`. */
export const readJSON = async (req: IncomingMessage): Promise<Row> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) {
      throw new ControlError('The body is larger than 5 MB.')
    }
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const body = parse(text)
  if (!isRow(body)) {
    throw new ControlError('The body must be a JSON object.')
  }
  return body
}

const parse = (text: string): unknown => {
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch (cause) {
    throw new ControlError('The body is not valid JSON.', { cause })
  }
}
