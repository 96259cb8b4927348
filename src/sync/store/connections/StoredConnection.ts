/** How a stored connection does. */
export const CONNECTION_STATUSES = [
  /** Nothing was read with it yet. */
  'new',
  /** Its last run or test went well. */
  'working',
  /** Its last run failed. */
  'failing',
  /** The provider refuses its credentials. */
  'refused',
  /** Its credentials could not be renewed several times in a row: nothing is asked with it. */
  'deactivated',
] as const

/** How a stored connection does: one of `CONNECTION_STATUSES`. */
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number]

/** A row of `syncConnections`, without anything that would be a secret in the open. */
export type StoredConnection = {
  /** Failures in a row to sign in or to renew the credentials. */
  authFailures: number
  /** Why it was deactivated by itself; `null` unless it was. */
  deactivatedReason: null | string
  id: number | string
  /** Whether it is used at all. */
  isActive: boolean
  /** As people read it. */
  label: string
  lastError: null | string
  /** ISO 8601. */
  lastSuccessAt: null | string
  /** Unguessable, and never another. What its runs, quotas and records are kept under. */
  name: string
  /** Id of the user whose it is; `null` when that user is gone. */
  owner: null | number | string
  provider: string
  /** The credentials as `sealValues` made them; `null` before there are any. */
  sealed: null | string
  settings: Record<string, unknown>
  status: ConnectionStatus
}
