import type { JsonObject } from '../../../shared/json.js'

/** What about a record needs a person. */
export const ISSUE_KINDS = [
  'invalid',
  'conflict',
  'claim',
  'connection',
  'reference',
  'missing',
  'stale',
  'write',
] as const

export type IssueKind = (typeof ISSUE_KINDS)[number]

export type SyncIssue = {
  details: JsonObject
  documentId: null | string
  externalId: string
  kind: IssueKind
  message: string
}

/** The `resource` of an issue that is about none, but about a connection. */
export const NO_RESOURCE = ''
