import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { getStatus } from '../../../../sync/operations/status/getStatus.js'
import { readSight } from '../../../collections/readSight.js'
import { PageFrame } from '../../server/PageFrame.js'
import { requireViewer } from '../../server/requireViewer.js'
import { SYNC_VIEW_PATH } from '../../syncPaths.js'
import { SyncViewClient } from './index.client.js'

export type SyncViewProps = {
  /** Who sees the page, and who its buttons: the checks the endpoints ask. */
  access: { trigger: AccessCheck; view: AccessCheck }
  /** Where the view is registered, to come back to after signing in. */
  path?: `/${string}`
  slugs: Slugs
} & AdminViewServerProps

/** The sync view: health, what runs, the providers, and what ran. Sends away who may not see it. */
export const SyncView = async ({
  access,
  path = SYNC_VIEW_PATH,
  slugs,
  ...view
}: SyncViewProps): Promise<ReactElement> => {
  const { payload } = view
  const { req } = await requireViewer({ access, path, props: view })
  const [initialStatus, canTrigger] = await Promise.all([
    readSight({ req }).then((sight) => getStatus({ payload, sight })),
    access.trigger({ req }),
  ])

  return (
    <PageFrame view={view}>
      <SyncViewClient
        canTrigger={canTrigger}
        connectionsSlug={slugs.syncConnections}
        initialStatus={initialStatus}
        issuesSlug={slugs.syncIssues}
        logsSlug={slugs.syncLogs}
        schedulesSlug={slugs.syncSchedules}
      />
    </PageFrame>
  )
}
