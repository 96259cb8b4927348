import type { JsonObject } from '../../../shared/json.js'

/** What one scope said of a record when it last listed it. */
export type StoredClaim = {
  document: JsonObject
  from: null | string
  /** Whether it holds as far as the provider says, and its scope still lists the record. */
  holds: boolean
  rank: number
  /** Id of the run that read it last. */
  run: string
  /** When it said that, in the database's time. ISO 8601. @default it was not noted yet */
  saidAt?: string
  /** Whether it is the one of its rank that the record is made of. */
  speaks: boolean
}

/** The claims on one record by the keys of their scopes. */
export type StoredClaims = Readonly<Record<string, StoredClaim>>

/** A record that several scopes may speak of, as it is stored. */
export type ClaimedRecord = {
  claims: StoredClaims
  documentId: null | string
  externalId: string
}
