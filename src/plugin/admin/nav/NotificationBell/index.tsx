import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { formatAdminURL } from 'payload/shared'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { readRequest } from '../../server/readRequest.js'
import { NotificationBellClient } from './index.client.js'

export type NotificationBellProps = {
  access: { view: AccessCheck }
  slugs: Slugs
} & ServerProps

/** What people are told, for those who may see the sync page, in the head of every page. */
export const NotificationBell = async ({
  access,
  payload,
  slugs,
}: NotificationBellProps): Promise<null | ReactElement> => {
  const req = await readRequest({ payload })
  const adminRoute = payload.config.routes.admin
  const path = `/collections/${slugs.syncNotifications}` as const

  return req.user?.collection === payload.config.admin.user && (await access.view({ req })) ? (
    <NotificationBellClient listURL={formatAdminURL({ adminRoute, path })} />
  ) : null
}
