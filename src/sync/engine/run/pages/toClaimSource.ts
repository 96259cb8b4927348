import type { Scope } from '../../../../sdk/index.js'
import type { RunState } from '../../../store/runs/RunState.js'
import type { ClaimSource } from '../../batch/claims/settleClaims.js'
import type { Job } from '../../batch/Job.js'

import { findScopeConnection } from '../../work/toScopeKey.js'

type ToClaimSourceArgs = {
  endsScope: boolean
  job: Job
  /** Labels of the scopes by key, where the run asks for all there are. */
  planned: ReadonlyMap<string, string> | undefined
  run: RunState['run']
  scope: Scope
  since: Date
}

/** Only a full run asks for all scopes there are, and for all that each of them has. */
export const toClaimSource = ({
  endsScope,
  job,
  planned,
  run: { connection },
  scope,
  since,
}: ToClaimSourceArgs): ClaimSource => {
  const connections = [...job.provider.connections.keys()]
  return {
    endsScope: endsScope && planned !== undefined,
    isOwn: (key) => findScopeConnection({ connections, key }) === connection,
    key: scope.key,
    planned,
    since,
  }
}
