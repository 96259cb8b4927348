import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { formatAdminURL } from 'payload/shared'

import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { countIssues } from '../../../../sync/operations/issues/countIssues.js'
import { readSight } from '../../../collections/readSight.js'
import { readRequest } from '../../server/readRequest.js'
import { SYNC_ISSUES_PATH, SYNC_VIEW_PATH } from '../../syncPaths.js'
import { SyncNavLinkClient } from './index.client.js'

export type SyncNavLinkProps = {
  access: { view: AccessCheck }
  /** Where the view is registered. */
  path?: `/${string}`
} & ServerProps

/** The way to the sync page, for those who may see it. */
export const SyncNavLink = async ({
  access,
  path = SYNC_VIEW_PATH,
  payload,
  permissions,
}: SyncNavLinkProps): Promise<null | ReactElement> => {
  if (!permissions?.canAccessAdmin) {
    return null
  }
  const req = await readRequest({ payload })

  if (!req.user || !(await access.view({ req }))) {
    return null
  }
  const { admin: adminRoute } = payload.config.routes
  const sight = await readSight({ req })

  return (
    <SyncNavLinkClient
      href={formatAdminURL({ adminRoute, path })}
      issues={await countIssues({ payload, sight })}
      issuesHref={formatAdminURL({ adminRoute, path: SYNC_ISSUES_PATH })}
    />
  )
}
