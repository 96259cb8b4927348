import type { ScheduledWork } from './Schedule.js'

/** What people read as a schedule's name: `library / loans / live`. */
export const toTitle = ({ mode, provider, resource }: ScheduledWork): string =>
  [provider, resource, mode].filter(Boolean).join(' / ')
