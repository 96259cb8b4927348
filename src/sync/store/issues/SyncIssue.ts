import type { Reference } from '../../../sdk/index.js'
import type { JsonObject } from '../../../shared/json.js'
import type { IssueKind } from '../../run/issues/IssueKind.js'

/** What keeps a record from being stored that keeps others from it as well. */
export type IssueCause = {
  /** The same for all records of a resource that have it. */
  key: string
  /** What is said of all of them, behind how many they are: `could not be stored. …`. */
  many: string
}

/** What is kept of a record that cannot be stored, so that a person can mend it. */
export type Quarantine = {
  /** As it was mapped, as far as that was possible; references as externalIds. */
  mapped: JsonObject | null
  /** As it was sent, as text; `null` where nobody knows. */
  raw: null | string
  /** The same for the same record. */
  rawHash: null | string
}

export type SyncIssue = {
  /** Where others may have it too: all of them share one row then. */
  cause?: IssueCause
  details: JsonObject
  documentId: null | string
  externalId: string
  kind: IssueKind
  message: string
  /** Of a record that cannot be stored. */
  quarantine?: Quarantine
  /** The record that it points to in vain. */
  target?: Pick<Reference, 'externalId' | 'resource'>
}

/** The `resource` of an issue that is about none, but about a connection. */
export const NO_RESOURCE = ''
