import type { IncomingMessage, ServerResponse } from 'node:http'

import { gzipSync } from 'node:zlib'

/** Sends a whole body, packed when the client can unpack it. */
export const sendText = ({ req, res, ...answer }: SendArgs): void => {
  const { body, headers } = pack({ req, ...answer })
  res.writeHead(answer.status, headers).end(body)
}

/** Promises a whole body, sends half of it and drops the connection. */
export const sendCut = ({ req, res, ...answer }: SendArgs): void => {
  const { body, headers } = pack({ req, ...answer })
  res.writeHead(answer.status, headers)
  res.write(body.subarray(0, Math.ceil(body.length / 2)), () => res.socket?.destroy())
}

export type SendArgs = { req: IncomingMessage; res: ServerResponse } & TextAnswer

export type TextAnswer = {
  /** @default 'application/json' */
  contentType?: string
  headers?: Record<string, string>
  status: number
  text: string
}

const pack = ({
  contentType = 'application/json',
  headers,
  req,
  text,
}: { req: IncomingMessage } & TextAnswer): { body: Buffer; headers: Record<string, string> } => {
  const isGzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
  const body = isGzip ? gzipSync(text) : Buffer.from(text)

  return {
    body,
    headers: {
      ...headers,
      'content-length': String(body.length),
      'content-type': contentType,
      ...(isGzip ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
    },
  }
}
