/** What people may be told of. */
export const NOTICE_NAMES = [
  'conflict:opened',
  'connection:deactivated',
  'data:stale',
  'errors:high',
  'failures:repeated',
  'health:changed',
  'issue:opened',
  'quota:low',
  'recovered',
  'run:completed',
  'run:failed',
  'run:partial',
  'run:slow',
  'schedule:conflict',
  'schedule:created',
  'schedule:deleted',
  'schedule:fired',
  'schedule:paused',
  'schedule:skipped',
  'schedule:updated',
  'scheduler:stopped',
] as const

export type NoticeName = (typeof NOTICE_NAMES)[number]

/** The channel of the bell in the admin panel, which sends nothing. */
export const ADMIN_CHANNEL = 'admin'

/** From good to bad. */
export const SEVERITIES = ['info', 'warning', 'critical'] as const

export type Severity = (typeof SEVERITIES)[number]

/** Where somebody who was told looks next. */
export type NoticeLink =
  | { id: number | string; of: 'connection' | 'run' | 'schedule' }
  | { of: 'issues'; run: null | number | string }
  | { of: 'overview' }

/** Something that makes health worse, or did. */
export type NoticeReason = {
  /** One of those that health has. */
  code: string
  level: 'CRITICAL' | 'WARNING'
  resources: readonly string[]
  values: Readonly<Record<string, number | string>>
}

/** Something that happened, as it was when it happened. The words are made when it is told. */
export type Notice = {
  /** When it happened, ISO 8601. */
  at: string
  /** What makes it one, on all hosts: of two with the same cause one is told. */
  cause: string
  /** With which it happened; `null` where it is about none. */
  connection: null | string
  /** How many things it stands for: records, failures. At least 1. */
  count: number
  /** What is told in one message with it: all that came of one run. */
  group: string
  /**
   * Whether it is for those alone who may know of the connections of everybody, because nobody can
   * tell whose connection it is about.
   */
  isRestricted: boolean
  link: NoticeLink
  name: NoticeName
  provider: null | string
  /** Of `health:changed` and what is told in its stead: what began, and what is over. */
  reasons?: { began: readonly NoticeReason[]; ended: readonly NoticeReason[] }
  resource: null | string
  severity: Severity
  /** What the words are filled in with. */
  values: Readonly<Record<string, number | string>>
}
