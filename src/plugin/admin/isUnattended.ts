import type { Run } from '../../sync/run/Run.js'

type IsUnattendedArgs = { now: number; runs: readonly Run[] }

const PATIENCE_MS = 60_000

/**
 * Whether runs wait and nobody seems to work: nothing runs, and one that was never tried has
 * waited for more than a minute.
 */
export const isUnattended = ({ now, runs }: IsUnattendedArgs): boolean =>
  runs.every(({ status }) => status === 'queued') &&
  runs.some(({ attempt, createdAt }) => attempt === 0 && now - Date.parse(createdAt) > PATIENCE_MS)
