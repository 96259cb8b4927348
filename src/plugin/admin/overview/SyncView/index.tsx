import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { getStatus } from '../../../../sync/operations/status/getStatus.js'
import { readSight } from '../../../collections/readSight.js'
import { getDefaultTemplate } from '../../../platform/getDefaultTemplate.js'
import { getAuthRedirect } from '../../server/getAuthRedirect.js'
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
  i18n,
  initPageResult,
  params,
  path = SYNC_VIEW_PATH,
  payload,
  searchParams,
  slugs,
  user,
  viewActions,
}: SyncViewProps): Promise<ReactElement> => {
  const { locale, permissions, req, visibleEntities } = initPageResult

  // Payload serves a custom view to everybody and leaves it to the view to ask who is there.
  if (!req.user || !permissions?.canAccessAdmin || !(await access.view({ req }))) {
    redirect(getAuthRedirect({ config: payload.config, hasUser: Boolean(req.user), path }))
  }

  const [initialStatus, canTrigger, DefaultTemplate] = await Promise.all([
    readSight({ req }).then((sight) => getStatus({ payload, sight })),
    access.trigger({ req }),
    getDefaultTemplate(),
  ])

  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      viewActions={viewActions}
      // A copy: React freezes what it is handed, and Payload still writes to these.
      visibleEntities={{ ...visibleEntities }}
    >
      <Gutter className="sync-view">
        <SyncViewClient
          canTrigger={canTrigger}
          connectionsSlug={slugs.syncConnections}
          initialStatus={initialStatus}
          issuesSlug={slugs.syncIssues}
          logsSlug={slugs.syncLogs}
          schedulesSlug={slugs.syncSchedules}
        />
      </Gutter>
    </DefaultTemplate>
  )
}
