import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { headers as getHeaders } from 'next/headers.js'
import { createLocalReq, executeAuthStrategies } from 'payload'
import { formatAdminURL } from 'payload/shared'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { SYNC_VIEW_PATH } from '../syncPaths.js'
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
  // Payload hands its navigation no request, and a user without the fields they may not read; an
  // access check may ask for just these.
  const headers = await getHeaders()
  const { user } = await executeAuthStrategies({ headers, payload })
  const req = await createLocalReq({ req: { headers }, ...(user && { user }) }, payload)

  return user && (await access.view({ req })) ? (
    <SyncNavLinkClient href={formatAdminURL({ adminRoute: payload.config.routes.admin, path })} />
  ) : null
}
