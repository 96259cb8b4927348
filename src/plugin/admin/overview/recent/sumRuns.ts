import type { Counts, Run } from '../../../../sync/run/Run.js'
import type { RunStatus } from '../../../../sync/run/RunStatus.js'

/** The first of them that a run of a group has is what the group is. */
const WORST: readonly RunStatus[] = ['failed', 'partial', 'cancelled', 'completed']

type Sum = {
  counts: Pick<Counts, 'created' | 'unchanged' | 'updated'>
  /** From the first that began to the last that ended, in milliseconds; `null` where none began. */
  durationMs: null | number
  /** When the last one ended. */
  finishedAt: null | string
  /** Records that somebody may have to look at. */
  issues: number
  status: RunStatus
}

/** What several runs come to together. */
export const sumRuns = (runs: readonly Run[]): Sum => {
  const add = (toNumber: (run: Run) => number): number =>
    runs.reduce((sum, run) => sum + toNumber(run), 0)
  const began = runs.flatMap(({ startedAt }) => startedAt ?? []).toSorted()
  const ended = runs.flatMap(({ finishedAt }) => finishedAt ?? []).toSorted()
  const [first] = began
  const last = ended.at(-1) ?? null
  return {
    counts: {
      created: add(({ counts }) => counts.created),
      unchanged: add(({ counts }) => counts.unchanged),
      updated: add(({ counts }) => counts.updated),
    },
    durationMs: first !== undefined && last ? Date.parse(last) - Date.parse(first) : null,
    finishedAt: last,
    issues: add(({ counts }) => counts.conflicts + counts.invalid + counts.missing),
    status:
      WORST.find((status) => runs.some((run) => run.status === status)) ??
      runs[0]?.status ??
      'completed',
  }
}
