/** What about a record needs a person. */
export const ISSUE_KINDS = [
  'absence',
  'invalid',
  'conflict',
  'claim',
  'connection',
  'reference',
  'missing',
  'schedule',
  'stale',
  'write',
] as const

export type IssueKind = (typeof ISSUE_KINDS)[number]
