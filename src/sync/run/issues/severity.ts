import type { IssueKind } from './IssueKind.js'

/**
 * - `error`: something is not stored, or not read
 * - `warning`: somebody should decide or look
 * - `info`: good to know
 */
export const SEVERITIES = ['error', 'warning', 'info'] as const

export type Severity = (typeof SEVERITIES)[number]

export const SEVERITY_OF: Readonly<Record<IssueKind, Severity>> = {
  absence: 'warning',
  claim: 'warning',
  conflict: 'warning',
  connection: 'error',
  invalid: 'error',
  missing: 'warning',
  reference: 'warning',
  schedule: 'warning',
  stale: 'info',
  write: 'error',
}
