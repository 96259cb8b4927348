import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Clock } from '../../../../shared/clock.js'
import type { AuthState } from '../../../http/auth/AuthState.js'
import type { TokenStore } from '../../../http/auth/TokenStore.js'
import type { StoredAuth } from '../../../store/auth/StoredAuth.js'
import type { Database } from '../../../store/Database.js'

import { toRefusalMessage } from '../../../http/auth/toRefusalMessage.js'
import { endAuthTurn } from '../../../store/auth/endAuthTurn.js'
import { findAuth } from '../../../store/auth/findAuth.js'
import { takeAuthTurn } from '../../../store/auth/takeAuthTurn.js'
import { findConnections } from '../../../store/connections/findConnections.js'
import { tellNotice } from '../../events/tellNotice.js'
import { getSync } from '../../Sync.js'

type GetTokenStoreArgs = {
  clock: Clock
  connection: string
  database: Database
  /** The provider as people read it. */
  label: string
  /** Its name. */
  provider: string
}

/** By the Payload instance, then by provider and connection. */
const known = new WeakMap<object, Map<string, TokenStore>>()

/**
 * Where all hosts keep how a connection is signed in. The same object each time for the same
 * connection of a Payload instance.
 */
export const getTokenStore = (args: GetTokenStoreArgs): TokenStore => {
  const { connection, database, provider } = args
  const ofInstance = known.get(database.payload) ?? new Map<string, TokenStore>()
  known.set(database.payload, ofInstance)
  const key = `${provider}/${connection}`
  const store = ofInstance.get(key) ?? createTokenStore(args)
  ofInstance.set(key, store)
  return store
}

const createTokenStore = ({ clock, label, ...owner }: GetTokenStoreArgs): TokenStore => ({
  find: async () => toState(await findAuth(owner)),
  takeTurn: async ({ forMs }) => {
    const taken = await takeAuthTurn({ ...owner, forMs })
    if ('waitMs' in taken) {
      return taken
    }
    const { id: turn, isInterrupted, stored } = taken
    return {
      end: (state) => {
        const words = state ? toRefusalMessage({ provider: label, state }) : ''
        return endAuthTurn({
          ...owner,
          now: clock.now(),
          onDeactivated: (req) => tellDeactivated({ ...owner, req, words }),
          stored: state && toStored(state),
          turn,
          words,
        })
      },
      isInterrupted,
      state: toState(stored),
    }
  },
})

type TellDeactivatedArgs = {
  req: PayloadRequest
  /** Why. */
  words: string
} & Pick<GetTokenStoreArgs, 'connection' | 'database' | 'provider'>

const tellDeactivated = async ({
  connection,
  database,
  provider,
  req,
  words,
}: TellDeactivatedArgs): Promise<void> => {
  const filter = { name: connection, provider }
  const [stored] = await findConnections({ database, filter, req })
  await tellNotice({
    notice: {
      name: 'connection:deactivated',
      connection,
      link: stored ? { id: stored.id, of: 'connection' } : { of: 'overview' },
      provider,
      severity: 'critical',
      values: { ...(stored && { connection: stored.label }), reason: words },
    },
    req,
    sync: getSync(database.payload),
  })
}

const valuesSchema = z.object({
  credentials: z.string(),
  token: z
    .object({
      expiresAt: z.number().nullable(),
      isSpent: z.boolean(),
      refreshAt: z.number().nullable(),
      refreshToken: z.string().nullable(),
      token: z.string(),
    })
    .nullable(),
})

const statusSchema = z.enum(['deactivated', 'ok', 'refused'])

const toStored = ({ credentials, token, ...shown }: AuthState): StoredAuth => ({
  ...shown,
  values: { credentials, token } satisfies z.input<typeof valuesSchema>,
})

/** What cannot be read any more is as good as nothing: one signs in again. */
const toState = (stored: StoredAuth | undefined): AuthState | undefined => {
  const values = valuesSchema.safeParse(stored?.values).data
  const status = statusSchema.safeParse(stored?.status).data
  return stored && values && status
    ? {
        ...values,
        failures: stored.failures,
        reason: stored.reason,
        status,
        version: stored.version,
      }
    : undefined
}
