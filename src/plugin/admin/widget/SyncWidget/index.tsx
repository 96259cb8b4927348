import type { WidgetServerProps } from 'payload'
import type { ReactElement } from 'react'

import { formatAdminURL } from 'payload/shared'

import { getStatus } from '../../../../sync/operations/status/getStatus.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { SYNC_VIEW_PATH } from '../../syncPaths.js'
import { SyncWidgetClient } from './index.client.js'

export type SyncWidgetProps = { logsSlug: string } & WidgetServerProps

/** Runs that went wrong, of those the status tells. */
const MAX_FAILURES = 3

/** On the dashboard: whether all is well, what runs, and what failed last. */
export const SyncWidget = async ({
  logsSlug,
  req,
}: SyncWidgetProps): Promise<null | ReactElement> => {
  const access = findAccess(req.payload)
  if (!access || !req.user || !(await access.view({ req }))) {
    return null
  }
  const { activeRuns, health, now, providers } = await getStatus({
    payload: req.payload,
    sight: await readSight({ req }),
  })
  const failures = providers
    .flatMap(({ resources }) =>
      resources.flatMap(({ activeRun, lastRun, waitsFor }) =>
        // A newer run hides what an older one met, and who waits has not failed by itself.
        activeRun || waitsFor !== null ? [] : (lastRun ?? []),
      ),
    )
    .filter(({ status }) => status === 'failed' || status === 'partial')
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))

  return (
    <SyncWidgetClient
      failures={failures.slice(0, MAX_FAILURES)}
      health={health}
      href={formatAdminURL({
        adminRoute: req.payload.config.routes.admin,
        path: SYNC_VIEW_PATH,
      })}
      logsSlug={logsSlug}
      now={Date.parse(now)}
      running={activeRuns.filter(({ status }) => status === 'running').length}
      waiting={activeRuns.filter(({ status }) => status === 'queued').length}
    />
  )
}
