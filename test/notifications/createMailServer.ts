import type { EmailAdapter } from 'payload'

import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type MailServer = {
  /** For the config of the project. */
  adapter: EmailAdapter
  /** All mails, as they came over the wire. */
  mails: { raw: string; to: string[] }[]
  /** What is said to whoever wants to send from now on; `undefined` takes it. */
  refuseWith: (code: number | undefined) => void
}

/** A mail server, and an e-mail adapter of Payload that sends by it. */
export const createMailServer = async (): Promise<MailServer> => {
  const mails: MailServer['mails'] = []
  let refusal: number | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refusal !== undefined) {
          done(Object.assign(new Error('Not now'), { responseCode: refusal }))
          return
        }
        mails.push({
          raw: Buffer.concat(parts).toString(),
          to: session.envelope.rcptTo.map(({ address }) => address),
        })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const transport = createTransport({ host: '127.0.0.1', port, secure: false })
  return {
    adapter: () => ({
      name: 'test-smtp',
      defaultFromAddress: 'sync@example.com',
      defaultFromName: 'Sync',
      sendEmail: (message) =>
        transport.sendMail({
          from: 'Sync <sync@example.com>',
          ...(message as Parameters<typeof transport.sendMail>[0]),
        }),
    }),
    mails,
    refuseWith: (code) => {
      refusal = code
    },
  }
}
