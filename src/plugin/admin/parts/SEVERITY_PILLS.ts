import type { Severity } from '../../../sync/run/issues/severity.js'

/** How a severity is drawn, by the styles of Payload's pill. */
export const SEVERITY_PILLS = {
  error: 'error',
  info: 'light-gray',
  warning: 'warning',
} as const satisfies Record<Severity, string>
