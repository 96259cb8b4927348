import type { Scope } from '../../../sdk/index.js'
import type { RunStatus } from '../../run/RunStatus.js'
import type { RunState } from '../../store/runs/RunState.js'

export type RunOutcome = {
  error: { code: string; message: string } | null
  /** Whether every scope was read to its end. */
  isRead: boolean
  status: Extract<RunStatus, 'completed' | 'failed' | 'partial'>
}

type JudgeRunArgs = { plan: readonly Scope[]; state: RunState }

/** Green means complete: every scope read to its end, every record stored, nothing to doubt. */
export const judgeRun = ({ plan, state }: JudgeRunArgs): RunOutcome => {
  const { failedScopes, warnings } = state.checkpoint
  const [first] = failedScopes
  if (first) {
    const message =
      plan.length === 1
        ? first.message
        : `${failedScopes.length} of ${plan.length} parts could not be read. ` +
          failedScopes.map((failed) => `${failed.label}: ${failed.message}`).join(' ')
    return {
      error: { code: first.code, message },
      isRead: false,
      status: failedScopes.length === plan.length ? 'failed' : 'partial',
    }
  }
  if (warnings.length > 0) {
    return {
      error: { code: 'SUSPICIOUS_ABSENCE', message: warnings.join(' ') },
      isRead: true,
      status: 'partial',
    }
  }
  const { invalid } = state.counts
  if (invalid > 0) {
    const message = `${invalid} of ${state.counts.fetched} records could not be stored; each has an issue that says why.`
    return { error: { code: 'RECORDS_INVALID', message }, isRead: true, status: 'partial' }
  }
  return { error: null, isRead: true, status: 'completed' }
}
