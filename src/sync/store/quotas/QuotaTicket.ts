import type { DeclaredQuota } from '../../../sdk/index.js'
import type { Database } from '../Database.js'

/** Whose quota it is. */
export type QuotaOwner = {
  connection: string
  database: Database
  /** Those that are known beforehand. @default none */
  declared?: readonly DeclaredQuota[]
  provider: string
}

/** Stands for all connections of a provider: no connection may be called so. */
export const ALL_CONNECTIONS = '*'

type ToQuotaConnectionArgs = { name: string } & Pick<QuotaOwner, 'connection' | 'declared'>

/** The connection that a budget is counted for. */
export const toQuotaConnection = ({
  name,
  connection,
  declared = [],
}: ToQuotaConnectionArgs): string =>
  declared.some((quota) => quota.name === name && quota.per === 'provider')
    ? ALL_CONNECTIONS
    : connection

/** One request taken out of one budget. */
export type QuotaTicket = {
  /** Id of the budget's row. */
  id: number | string
  /** Whether no other request was under way: what its answer tells is then the whole truth. */
  isAlone: boolean
  name: string
  /** Counts the requests of the budget. */
  number: number
}
