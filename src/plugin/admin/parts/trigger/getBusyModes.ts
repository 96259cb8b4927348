import type { SyncMode } from '../../../../sdk/index.js'
import type { Run } from '../../../../sync/run/Run.js'

type GetBusyModesArgs = {
  activeRuns: readonly Run[]
  modes: readonly SyncMode[]
  provider: string
  resource: string
}

/**
 * The modes of a resource that would have to wait: its lane is taken. Live work has a lane of its
 * own, so it may start beside a full run.
 */
export const getBusyModes = ({
  activeRuns,
  modes,
  provider,
  resource,
}: GetBusyModesArgs): SyncMode[] => {
  const lanes = activeRuns
    .filter((run) => run.provider === provider && run.resource === resource)
    .map(({ lane }) => lane)

  return modes.filter((mode) => lanes.includes(mode === 'live' ? 'live' : 'bulk'))
}
