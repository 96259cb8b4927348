import { z } from 'zod'

import type { ConnectionOptions, Provider } from '../../src/sdk/index.js'

import { soccer } from '../../src/content/soccer/index.js'
import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { toTokenAuth } from '../../src/sync/http/auth/authServer.fixture.js'

const pageSchema = z.looseObject({ records: z.array(z.unknown()) })

const clubs = defineResource({
  collection: 'teams',
  externalId: ({ id }) => id,
  fetchPage: async ({ http, signal }) => http.get('/clubs', { schema: pageSchema, signal }),
  map: ({ name }) => ({ name }),
  schema: z.looseObject({ id: z.string(), name: z.string() }),
  scopes: { full: () => [{ key: 'all', label: 'All clubs', params: {} }] },
})

type DefineAuthProviderArgs = {
  baseUrl: string
  connections: Record<string, ConnectionOptions>
  /** @default as the plugin has it */
  timeoutMs?: number
}

/** A provider at which each connection signs in with a name and a password. */
export const defineAuthProvider = ({
  baseUrl,
  connections,
  timeoutMs,
}: DefineAuthProviderArgs): Provider =>
  defineProvider({
    name: 'club-house',
    connect: ({ credentials: { password = '', username = '' } }) => ({
      auth: toTokenAuth({ password, username }),
      baseUrl,
      timeoutMs,
    }),
    connections,
    content: soccer,
    label: 'Club house',
    resources: { clubs },
  })

/** The connections of people, by name: each has a password that only it has. */
export const toConnections = (names: readonly string[]): Record<string, ConnectionOptions> =>
  Object.fromEntries(
    names.map((name) => [name, { credentials: { password: toPassword(name), username: name } }]),
  )

/** Something that is written differently in a URL, in JSON and in HTML. */
export const toPassword = (name: string): string => `pa"ss/wörd+of ${name}&<x>`
