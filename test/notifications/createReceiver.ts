import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { onTestFinished } from 'vitest'

export type Received = {
  body: { data: { events: Record<string, unknown>[] }; timestamp: string; type: string }
  headers: Record<string, string>
  raw: string
}

export type Receiver = {
  /** What to answer from now on. @default 204 */
  answerWith: (answer: { body?: string; headers?: Record<string, string>; status: number }) => void
  /** Asked of each message before it is noted and answered: `false` loses it on its way. */
  meet: (look: (message: Received) => boolean) => void
  /** Everything that was posted and taken or not, in order. */
  received: Received[]
  url: string
  /** Whether a message is signed with a secret, as the library of Standard Webhooks says. */
  verify: (args: { message: Received; secret: string }) => boolean
}

/** Somebody who is posted to. */
export const createReceiver = async (): Promise<Receiver> => {
  const received: Received[] = []
  let look = (_message: Received): boolean => true
  let answer: Parameters<Receiver['answerWith']>[0] = { status: 204 }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString()
      const message: Received = {
        body: JSON.parse(raw) as Received['body'],
        headers: request.headers as Record<string, string>,
        raw,
      }
      if (!look(message)) {
        request.destroy()
        return
      }
      received.push(message)
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return {
    answerWith: (next) => {
      answer = next
    },
    meet: (next) => {
      look = next
    },
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    verify: ({ message, secret }) => {
      try {
        new Webhook(secret).verify(message.raw, message.headers)
        return true
      } catch {
        return false
      }
    },
  }
}
