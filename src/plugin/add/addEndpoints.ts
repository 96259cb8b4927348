import type { Step } from './Step.js'

import {
  connectionChoicesEndpoint,
  testConnectionEndpoint,
} from '../endpoints/connections/connectionEndpoints.js'
import { healthEndpoint } from '../endpoints/healthEndpoint.js'
import { historyEndpoint } from '../endpoints/historyEndpoint.js'
import { resetProviderEndpoint } from '../endpoints/providers/resetProviderEndpoint.js'
import { refreshEndpoint } from '../endpoints/refreshEndpoint.js'
import { revalidateEndpoint } from '../endpoints/revalidateEndpoint.js'
import { cancelEndpoint, retryEndpoint } from '../endpoints/runs/logActionEndpoints.js'
import { logEndpoint, logsEndpoint } from '../endpoints/runs/logsEndpoints.js'
import { triggerEndpoint } from '../endpoints/runs/triggerEndpoint.js'
import {
  conflictsEndpoint,
  previewScheduleEndpoint,
  resetScheduleEndpoint,
} from '../endpoints/schedules/scheduleEndpoints.js'
import { tickEndpoints } from '../endpoints/schedules/tickEndpoints.js'
import { statusEndpoint } from '../endpoints/statusEndpoint.js'
import { eventsEndpoint } from '../endpoints/streams/eventsEndpoint.js'
import { liveEndpoint } from '../endpoints/streams/liveEndpoint.js'

/** The REST routes, below Payload's own. */
export const addEndpoints: Step = ({ config, options: { access, live } }) => ({
  ...config,
  endpoints: [
    ...(config.endpoints ?? []),
    statusEndpoint({ access: access.view }),
    healthEndpoint({ access: access.view }),
    historyEndpoint({ access: access.view }),
    eventsEndpoint({ access: access.view }),
    ...(live ? [liveEndpoint] : []),
    triggerEndpoint({ access: access.trigger }),
    logsEndpoint({ access: access.view }),
    logEndpoint({ access: access.view }),
    cancelEndpoint({ access: access.trigger }),
    retryEndpoint({ access: access.trigger }),
    refreshEndpoint({ access: access.trigger }),
    testConnectionEndpoint({ access: access.view }),
    connectionChoicesEndpoint({ access: access.view }),
    resetProviderEndpoint({ access: access.manage }),
    conflictsEndpoint({ access: access.view }),
    previewScheduleEndpoint({ access: access.view }),
    resetScheduleEndpoint({ access: access.manage }),
    ...tickEndpoints,
    revalidateEndpoint,
  ],
})
