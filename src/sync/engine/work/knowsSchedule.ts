import type { Provider } from '../../../sdk/index.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { isStoredName } from '../../../sdk/connections/Connection.js'

type KnowsScheduleArgs = {
  providers: ReadonlyMap<string, Provider>
  schedule: Pick<Schedule, 'connection' | 'provider' | 'resource'>
}

/** Whether this process's config has what a schedule asks for. */
export const knowsSchedule = ({
  providers,
  schedule: { connection, provider: name, resource },
}: KnowsScheduleArgs): boolean => {
  const provider = providers.get(name)
  return (
    provider !== undefined &&
    (resource === null || provider.resources.has(resource)) &&
    (connection === null ||
      provider.connections.has(connection) ||
      (provider.accounts !== undefined && isStoredName(connection)))
  )
}
