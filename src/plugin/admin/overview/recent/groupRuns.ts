import type { Run } from '../../../../sync/run/Run.js'

/** Runs of one provider that were asked for together, newest first; or one that was alone. */
export type RunGroup = { key: string; runs: readonly Run[] }

/** Runs that one click or one slot queues are created within this time of each other. */
const TOGETHER_MS = 5_000

/**
 * What was asked for together becomes one: the runs of a whole sync. Two runs of one resource were
 * not asked for together, whenever they were.
 *
 * @param runs newest first
 */
export const groupRuns = (runs: readonly Run[]): RunGroup[] => {
  const groups: { key: string; runs: Run[] }[] = []
  for (const run of runs) {
    const group = groups.find((some) => belongsTo({ group: some.runs, run }))
    if (group) {
      group.runs.push(run)
    } else {
      groups.push({ key: String(run.id), runs: [run] })
    }
  }
  return groups
}

type BelongsToArgs = { group: readonly Run[]; run: Run }

const belongsTo = ({ group, run }: BelongsToArgs): boolean =>
  group.every(
    (other) =>
      other.provider === run.provider &&
      other.connection === run.connection &&
      other.mode === run.mode &&
      other.trigger === run.trigger &&
      other.resource !== run.resource &&
      Math.abs(Date.parse(other.createdAt) - Date.parse(run.createdAt)) <= TOGETHER_MS,
  )
