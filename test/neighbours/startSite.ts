import type { StartedProcess } from '../../dev/processes/startProcess.js'

import { findFreePort } from '../../dev/processes/findFreePort.js'
import { startProcess } from '../../dev/processes/startProcess.js'
import { waitUntilReady } from '../../dev/start/services/waitUntilReady.js'
import { tell } from './tell.js'

export type StartSiteArgs = {
  /** What Node.js runs, for a port. */
  args: (port: number) => string[]
  cwd: string
  env: Record<string, string>
  /** What it is asked for before anything else. @default Payload's API */
  firstPath?: string
}

type Body = FormData | Record<string, unknown>

export type Site = {
  /** GraphQL as a visitor. */
  graphql: (query: string) => Promise<Record<string, unknown>>
  /** Everything it said since it was started. */
  output: () => string
  /** A page of the site, as the editor. */
  page: (path?: string) => Promise<string>
  process: StartedProcess
  /** REST as the editor: a `GET`, or a `POST` where there is a body. */
  rest: <TAnswer = Record<string, unknown>>(path: string, body?: Body) => Promise<TAnswer>
  url: string
}

/** Of the user that the project makes. */
export const EDITOR_KEY = 'key-of-the-editor-of-the-neighbours'

const START_TIMEOUT_MS = 240_000

const JSON_HEADERS = { 'Content-Type': 'application/json' }

/** Serves the project on a port of its own. */
export const startSite = async ({ args, cwd, env, firstPath }: StartSiteArgs): Promise<Site> => {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  tell(`starting ${args(port).join(' ')}`)
  let output = ''
  const started = startProcess({
    args: args(port),
    command: process.execPath,
    cwd,
    env: {
      ...process.env,
      HOSTNAME: '127.0.0.1',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      ...env,
    },
    onOutput: (text) => {
      output += text
    },
  })
  try {
    await waitUntilReady({
      baseUrl: url,
      lastOutput: started.lastOutput,
      path: firstPath,
      signal: AbortSignal.timeout(START_TIMEOUT_MS),
    })
  } catch (error) {
    await started.stop()
    throw new Error(`The site did not start. It said last:\n${started.lastOutput()}`, {
      cause: error,
    })
  }
  tell('it answers')

  const ask = async (path: string, init: RequestInit): Promise<string> => {
    const response = await fetch(`${url}${path}`, init)
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${text}\n${started.lastOutput()}`)
    }
    return text
  }
  const Authorization = `users API-Key ${EDITOR_KEY}`

  return {
    graphql: async (query) =>
      JSON.parse(
        await ask('/api/graphql', {
          body: JSON.stringify({ query }),
          headers: JSON_HEADERS,
          method: 'POST',
        }),
      ) as Record<string, unknown>,
    output: () => output,
    page: (path = '/') => ask(path, { headers: { Authorization } }),
    process: started,
    rest: async <TAnswer>(path: string, body?: Body) => {
      const isForm = body instanceof FormData
      const text = await ask(`/api${path}`, {
        headers: { Authorization, ...(body && !isForm && JSON_HEADERS) },
        ...(body && { body: isForm ? body : JSON.stringify(body), method: 'POST' }),
      })
      return JSON.parse(text) as TAnswer
    },
    url,
  }
}
