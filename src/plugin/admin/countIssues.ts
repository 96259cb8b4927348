import type { Counts } from '../../sync/run/Run.js'

/** How many records of a run need a person. */
export const countIssues = ({ conflicts, invalid, missing }: Counts): number =>
  conflicts + invalid + missing
