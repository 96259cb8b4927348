import type { Endpoint } from 'payload'

import type { Step } from './Step.js'

import {
  connectionChoicesEndpoint,
  testConnectionEndpoint,
} from '../endpoints/connections/connectionEndpoints.js'
import {
  beginConsentEndpoint,
  completeConsentEndpoint,
} from '../endpoints/connections/consentEndpoints.js'
import { exportEndpoint } from '../endpoints/export/exportEndpoint.js'
import {
  filesEndpoint,
  importFileEndpoint,
  removeFileEndpoint,
  uploadFileEndpoint,
} from '../endpoints/files/fileEndpoints.js'
import { historyEndpoint } from '../endpoints/historyEndpoint.js'
import {
  decideManyEndpoint,
  issueGroupsEndpoint,
  issueMembersEndpoint,
} from '../endpoints/issues/issueGroupEndpoints.js'
import {
  fixIssueEndpoint,
  ignoreIssuesEndpoint,
  quarantinedEndpoint,
  retryIssuesEndpoint,
} from '../endpoints/issues/quarantineEndpoints.js'
import { withLimit } from '../endpoints/limits/withLimit.js'
import { healthEndpoint } from '../endpoints/monitoring/healthEndpoint.js'
import { metricsEndpoint } from '../endpoints/monitoring/metricsEndpoint.js'
import {
  channelsEndpoint,
  notificationsEndpoint,
  notificationStreamEndpoint,
  readNotificationsEndpoint,
  testChannelEndpoint,
} from '../endpoints/notices/noticeEndpoints.js'
import { choicesEndpoint, saveChoiceEndpoint } from '../endpoints/providers/choiceEndpoints.js'
import { resetProviderEndpoint } from '../endpoints/providers/resetProviderEndpoint.js'
import {
  confirmAbsenceEndpoint,
  decideEndpoint,
  deletedEndpoint,
  lockEndpoint,
  recordReportEndpoint,
  restoreEndpoint,
  undoEndpoint,
  unlockEndpoint,
} from '../endpoints/records/recordEndpoints.js'
import { refreshEndpoint } from '../endpoints/refreshEndpoint.js'
import { reportEndpoint, scheduleStatsEndpoint } from '../endpoints/reports/reportEndpoint.js'
import { revalidateEndpoint } from '../endpoints/revalidateEndpoint.js'
import { cancelEndpoint, retryEndpoint } from '../endpoints/runs/logActionEndpoints.js'
import { logEndpoint, logsEndpoint } from '../endpoints/runs/logsEndpoints.js'
import { triggerEndpoint } from '../endpoints/runs/triggerEndpoint.js'
import { resolveIssueEndpoint } from '../endpoints/schedules/resolveIssueEndpoint.js'
import {
  conflictsEndpoint,
  previewScheduleEndpoint,
  resetScheduleEndpoint,
  runScheduleEndpoint,
} from '../endpoints/schedules/scheduleEndpoints.js'
import { tickEndpoints } from '../endpoints/schedules/tickEndpoints.js'
import { statusEndpoint } from '../endpoints/statusEndpoint.js'
import { eventsEndpoint } from '../endpoints/streams/eventsEndpoint.js'
import { liveEndpoint } from '../endpoints/streams/liveEndpoint.js'

/** The REST routes, below Payload's own. */
export const addEndpoints: Step = ({
  config,
  options: { access, limits, live, metrics, slugs },
}) => {
  const limited = (endpoint: Endpoint): Endpoint => withLimit({ endpoint, limits })
  const polled = (endpoint: Endpoint): Endpoint => withLimit({ endpoint, isPolled: true, limits })
  return {
    ...config,
    // Monitors, streams and what other machines ask by a rhythm of theirs are not limited.
    endpoints: [
      ...(config.endpoints ?? []),
      polled(statusEndpoint({ access: access.view })),
      healthEndpoint({ access: access.view, metrics }),
      metricsEndpoint(metrics),
      polled(historyEndpoint({ access: access.view })),
      limited(reportEndpoint({ access: access.view })),
      eventsEndpoint({ access: access.view }),
      ...(live ? [liveEndpoint] : []),
      limited(triggerEndpoint({ access: access.trigger, limits })),
      limited(logsEndpoint({ access: access.view })),
      limited(logEndpoint({ access: access.view })),
      limited(exportEndpoint({ access: access.view })),
      limited(cancelEndpoint({ access: access.trigger })),
      limited(retryEndpoint({ access: access.trigger })),
      limited(refreshEndpoint({ access: access.trigger })),
      limited(recordReportEndpoint({ access: access.view })),
      limited(lockEndpoint({ access: access.view })),
      limited(unlockEndpoint({ access: access.view })),
      limited(decideEndpoint({ access: access.view })),
      limited(undoEndpoint({ access: access.view })),
      limited(restoreEndpoint({ access: access.view })),
      limited(deletedEndpoint({ access: access.view })),
      limited(issueGroupsEndpoint({ access: access.view })),
      limited(issueMembersEndpoint({ access: access.view })),
      limited(decideManyEndpoint({ access: access.view })),
      limited(confirmAbsenceEndpoint({ access: access.manage })),
      limited(retryIssuesEndpoint({ access: access.trigger })),
      limited(ignoreIssuesEndpoint({ access: access.manage })),
      limited(quarantinedEndpoint({ access: access.view })),
      limited(fixIssueEndpoint({ access: access.view })),
      limited(testConnectionEndpoint({ access: access.view })),
      limited(connectionChoicesEndpoint({ access: access.view })),
      limited(beginConsentEndpoint({ access: access.view })),
      limited(completeConsentEndpoint({ slug: slugs.syncConnections, access: access.view })),
      limited(uploadFileEndpoint({ access: access.trigger })),
      limited(filesEndpoint({ access: access.view })),
      limited(importFileEndpoint({ access: access.trigger })),
      limited(removeFileEndpoint({ access: access.trigger })),
      limited(resetProviderEndpoint({ access: access.manage })),
      limited(choicesEndpoint({ access: access.view })),
      limited(saveChoiceEndpoint({ access: access.manage })),
      limited(conflictsEndpoint({ access: access.view })),
      limited(previewScheduleEndpoint({ access: access.view })),
      limited(runScheduleEndpoint({ access: access.trigger })),
      limited(scheduleStatsEndpoint({ access: access.view })),
      limited(resolveIssueEndpoint({ access: access.view })),
      limited(resetScheduleEndpoint({ access: access.manage })),
      polled(notificationsEndpoint({ access: access.view, slugs })),
      notificationStreamEndpoint({ access: access.view }),
      limited(readNotificationsEndpoint({ access: access.view })),
      limited(channelsEndpoint({ access: access.manage })),
      limited(testChannelEndpoint({ access: access.manage })),
      ...tickEndpoints,
      revalidateEndpoint,
    ],
  }
}
