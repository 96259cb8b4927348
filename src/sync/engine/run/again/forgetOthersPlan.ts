import type { RunState } from '../../../store/runs/RunState.js'
import type { Job } from '../../batch/Job.js'

import { NO_COUNTS, NO_RECORDS } from '../../../run/Run.js'
import { INITIAL_CHECKPOINT, PLAN_SHAPE } from '../../../store/runs/Checkpoint.js'

type ForgetOthersPlanArgs = { job: Job; state: RunState }

/**
 * A plan is for the version of the resource that made it: another one may read its scopes and
 * cursors differently. So it is made anew, and all is read and counted from the beginning.
 */
export const forgetOthersPlan = ({ job, state }: ForgetOthersPlanArgs): RunState => {
  const { checkpoint, plan, run } = state
  const { plannedBy } = checkpoint
  // A plan that cannot be read leaves its number of scopes behind.
  const isPlanned = plan !== null || run.progress.scopesTotal !== null
  const isOwn = plannedBy?.shape === PLAN_SHAPE && plannedBy.resource === job.resource.version
  if (!isPlanned || isOwn) {
    return state
  }
  job.payload.logger.info({
    msg: 'The plan of this run was made by another version; it reads everything from the start.',
    provider: run.provider,
    resource: run.resource,
    runId: run.id,
  })
  const progress = {
    label: null,
    page: null,
    ...NO_RECORDS,
    scopesDone: 0,
    scopesTotal: null,
  }
  return {
    ...state,
    checkpoint: INITIAL_CHECKPOINT,
    counts: NO_COUNTS,
    plan: null,
    run: { ...run, progress },
  }
}
