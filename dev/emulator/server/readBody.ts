import type { IncomingMessage } from 'node:http'

import type { Json } from '../json.js'

const MAX_BYTES = 100_000

/** The JSON or the form that came with a request; `null` where there is none, or something else. */
export const readBody = async (req: IncomingMessage): Promise<Json> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BYTES) {
      chunks.push(chunk)
    }
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (req.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}
