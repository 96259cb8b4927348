import type { Provider } from '../../../sdk/index.js'
import type { SyncState } from '../../store/states/findStates.js'

import { toMoment } from '../../store/toMoment.js'

type SummarizeStatesArgs = { provider: Provider; resource: string; states: readonly SyncState[] }

type StateSummary = {
  /** Of the connection that fails most. */
  consecutiveFailures: number
  /** When the connection that succeeded longest ago did; `null` when one never did. */
  lastSuccessAt: null | string
}

/** How a resource does with all connections of its provider: as well as with the worst of them. */
export const summarizeStates = ({
  provider: { name, connections },
  resource,
  states,
}: SummarizeStatesArgs): StateSummary => {
  const own = [...connections.values()]
    .filter(({ isActive = true }) => isActive)
    .map(({ name: connection }) =>
      states.find(
        (state) =>
          state.provider === name && state.resource === resource && state.connection === connection,
      ),
    )
  const moments = own.map((state) => toMoment(state?.lastSuccessAt))
  return {
    consecutiveFailures: Math.max(0, ...own.map((state) => state?.consecutiveFailures ?? 0)),
    lastSuccessAt: moments.includes(null) ? null : (moments.sort()[0] ?? null),
  }
}
