import type { PayloadRequest } from 'payload'

import type { Connection, Provider } from '../../../sdk/index.js'
import type { JsonObject } from '../../../shared/json.js'
import type { Database } from '../Database.js'
import type { StoredConnection } from './StoredConnection.js'

import { isStoredName } from '../../../sdk/connections/Connection.js'
import { isSyncError } from '../../../shared/errors/index.js'
import { findConnections } from './findConnections.js'
import { openValues } from './sealValues.js'

/** What credentials are sealed as. */
export const CREDENTIALS = 'credentials'

/** What a connection was made of; it stays the same object while this does. */
const origins = new WeakMap<Connection, string>()

/** Looks that began earlier know less, also when they end later. */
const looks = new WeakMap<object, { applied: number; begun: number }>()

type LoadConnectionsArgs = {
  database: Database
  providers: ReadonlyMap<string, Provider>
  req?: PayloadRequest
}

/**
 * Brings the connections of the providers up to date with what people entered, in this process. Call
 * it before anything is decided by them: another process may have changed them. One statement, and
 * none where no provider has `accounts`. A connection that did not change stays the same object.
 */
export const loadConnections = async ({
  database,
  providers,
  req,
}: LoadConnectionsArgs): Promise<void> => {
  const open = [...providers.values()].filter(({ accounts }) => accounts !== undefined)
  if (open.length === 0) {
    return
  }
  const look = looks.get(providers) ?? { applied: 0, begun: 0 }
  looks.set(providers, look)
  const turn = ++look.begun
  const rows = await findConnections({ database, req })
  if (turn < look.applied) {
    return
  }
  look.applied = turn
  for (const provider of open) {
    const own = rows.filter((row) => row.provider === provider.name)
    apply({ database, provider, rows: own })
  }
}

type ApplyArgs = {
  database: Database
  provider: Provider
  rows: readonly StoredConnection[]
}

/** The map of a running project is its own: `withOwnConnections` made it. */
const apply = ({ database, provider, rows }: ApplyArgs): void => {
  const known = provider.connections as Map<string, Connection>
  const before = new Map(known)
  // All in the order of the rows, on every host: they are locked in this order.
  for (const name of before.keys()) {
    if (isStoredName(name)) {
      known.delete(name)
    }
  }
  for (const row of rows) {
    const { name, isActive, label, sealed, settings } = row
    const origin = JSON.stringify([isActive, label, sealed, settings])
    const same = before.get(name)
    if (same && origins.get(same) === origin) {
      known.set(name, same)
    } else {
      const made = toConnection({ database, provider, row })
      origins.set(made, origin)
      known.set(name, made)
    }
  }
}

type ToConnectionArgs = {
  database: Database
  provider: Provider
  row: StoredConnection
}

const toConnection = ({
  database,
  provider: { name: provider, accounts, label: text },
  row: { name, isActive, label, sealed, settings },
}: ToConnectionArgs): Connection => {
  const credentials = readCredentials({ connection: name, database, provider, sealed })
  const checked = accounts?.credentials.safeParse(credentials.values)
  const chosen = accounts?.settings.safeParse(settings)
  const open = chosen?.error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`)
  return {
    name,
    credentials: (checked?.data ?? {}) as Record<string, string>,
    isActive,
    label,
    problems: [
      ...(credentials.problem === undefined ? [] : [credentials.problem]),
      ...(credentials.problem === undefined && !checked?.success
        ? [
            sealed === null && accounts?.consent
              ? toConsentProblem({ label, provider: text })
              : `The credentials of "${label}" are not complete. Enter them again.`,
          ]
        : []),
      ...(open ? [`The settings of "${label}" are not complete (${open.join('; ')}).`] : []),
    ],
    settings: (chosen?.data ?? settings) as JsonObject,
  }
}

const toConsentProblem = ({ label, provider }: { label: string; provider: string }): string =>
  `Nobody has agreed to "${label}" yet. Open the connection and choose "Connect with ${provider}".`

type ReadCredentialsArgs = {
  connection: string
  database: Database
  provider: string
  sealed: null | string
}

const readCredentials = ({
  sealed,
  ...context
}: ReadCredentialsArgs): { problem?: string; values: unknown } => {
  if (sealed === null) {
    return { values: {} }
  }
  try {
    return { values: openValues({ ...context, kind: CREDENTIALS, sealed }) }
  } catch (error) {
    if (isSyncError(error)) {
      return { problem: `The credentials cannot be read. ${error.message}`, values: {} }
    }
    throw error
  }
}
