import type { PhaseTimes } from '../../../sync/run/profile/RunProfile.js'
import type { Run } from '../../../sync/run/Run.js'

import { PHASES } from '../../../sync/run/profile/RunProfile.js'

type FormatProfileArgs = { run: Run; times: PhaseTimes }

/** Where the time of a run went, a line for each phase. */
export const formatProfile = ({ run, times }: FormatProfileArgs): string => {
  const total = PHASES.reduce((sum, phase) => sum + times[phase], 0)
  const { fetched } = run.counts
  const lines = PHASES.map((phase) => {
    const ms = times[phase]
    const share = total > 0 ? Math.round((ms / total) * 100) : 0
    const each = fetched > 0 ? `${((ms / fetched) * 1000).toFixed(0)} us a record` : ''
    return `  ${phase.padEnd(9)}${ms.toFixed(0).padStart(9)} ms${String(share).padStart(5)} %  ${each}`
  })
  const head = `${run.provider} ${run.resource}, run ${run.id}: ${fetched} records`
  return [head, ...lines.map((line) => line.trimEnd())].join('\n')
}
