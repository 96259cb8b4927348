import type { Step } from './Step.js'

import { eventsEndpoint } from '../endpoints/eventsEndpoint.js'
import { healthEndpoint } from '../endpoints/healthEndpoint.js'
import { historyEndpoint } from '../endpoints/historyEndpoint.js'
import { cancelEndpoint, retryEndpoint } from '../endpoints/logActionEndpoints.js'
import { logEndpoint, logsEndpoint } from '../endpoints/logsEndpoints.js'
import { refreshEndpoint } from '../endpoints/refreshEndpoint.js'
import {
  checkScheduleEndpoint,
  conflictsEndpoint,
  resetScheduleEndpoint,
} from '../endpoints/scheduleEndpoints.js'
import { statusEndpoint } from '../endpoints/statusEndpoint.js'
import { tickEndpoints } from '../endpoints/tickEndpoints.js'
import { triggerEndpoint } from '../endpoints/triggerEndpoint.js'

/** The REST routes, below Payload's own. */
export const addEndpoints: Step = ({ config, options: { access } }) => ({
  ...config,
  endpoints: [
    ...(config.endpoints ?? []),
    statusEndpoint({ access: access.view }),
    healthEndpoint({ access: access.view }),
    historyEndpoint({ access: access.view }),
    eventsEndpoint({ access: access.view }),
    triggerEndpoint({ access: access.trigger }),
    logsEndpoint({ access: access.view }),
    logEndpoint({ access: access.view }),
    cancelEndpoint({ access: access.trigger }),
    retryEndpoint({ access: access.trigger }),
    refreshEndpoint({ access: access.trigger }),
    conflictsEndpoint({ access: access.view }),
    checkScheduleEndpoint({ access: access.view }),
    resetScheduleEndpoint({ access: access.manage }),
    ...tickEndpoints,
  ],
})
