import { inspect } from 'node:util'

import type { Connection } from '../../sdk/connections/Connection.js'
import type { CaseCheck, Findings } from '../Check.js'
import type { Asked, CaseRead } from '../reading/openCase.js'

/** Refusals that tell what they were sent, as careless systems do. */
const ECHOES = [200, 400, 401, 403, 429, 500]

/**
 * No credential is in a URL, an error, a cursor, a scope, an id or a document, and none of another
 * connection is in a request.
 */
export const checkSecrets: CaseCheck = async ({ clean, open, readingCase }) => {
  const { connections } = open.provider
  const foreign = [...connections.values()]
    .filter(({ name }) => name !== readingCase.connection)
    .flatMap(toCredentials)
  const secrets = [...readingCase.secrets, ...[...connections.values()].flatMap(toCredentials)]
  const findings = [...findForeign({ foreign, read: clean }), ...findIn({ read: clean, secrets })]
  for (const [index] of clean.requests.entries()) {
    for (const status of ECHOES) {
      const read = await open.read({
        onRequest: (asked) => (asked.index >= index ? toEcho({ asked, status }) : asked.answer),
      })
      findings.push(...findIn({ read, secrets }).map((where) => `status ${status}: ${where}`))
    }
  }
  return [...new Set(findings)]
}

const toCredentials = ({ credentials }: Connection): string[] => Object.values(credentials)

type FindForeignArgs = { foreign: readonly string[]; read: CaseRead }

const findForeign = ({ foreign, read }: FindForeignArgs): Findings =>
  read.requests
    .filter(({ body, headers }) =>
      foreign.some((secret) => holds({ secret, text: show({ body, headers }) })),
    )
    .map(({ path }) => `the request for ${path} carries a credential of another connection`)

const toEcho = ({ asked, status }: { asked: Asked; status: number }) => {
  const { body, headers, url } = asked.request
  const echo = `You sent ${JSON.stringify({ body, headers, url })}.`
  return { body: { error: echo, errors: { token: echo }, message: echo }, status }
}

type FindInArgs = { read: CaseRead; secrets: readonly string[] }

const findIn = ({ read: { failure, requests, scopes }, secrets }: FindInArgs): Findings => {
  const places = [
    ...requests.map(({ path, url }) => [`the URL of ${path}`, url] as const),
    ...(failure ? [['the error', show(failure.error)] as const] : []),
    ...scopes.flatMap(({ pages, scope }) => [
      [`scope ${JSON.stringify(scope.label)}`, show(scope)] as const,
      ...pages.flatMap(({ next, records }) => [
        ['a cursor', show(next)] as const,
        ...records.map(
          ({ document, externalId }) =>
            [`the document of ${String(externalId)}`, show({ document, externalId })] as const,
        ),
      ]),
    ]),
  ]
  return places
    .filter(([, text]) => secrets.some((secret) => holds({ secret, text })))
    .map(([where]) => `a secret is in ${where}`)
    .map((finding) => secrets.reduce((text, secret) => text.replaceAll(secret, '…'), finding))
}

const show = (value: unknown): string => inspect(value, { depth: null, maxStringLength: null })

const holds = ({ secret, text }: { secret: string; text: string }): boolean =>
  [secret, encodeURIComponent(secret), btoa(secret)].some((form) => text.includes(form))
