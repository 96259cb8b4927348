import type { AdminViewServerProps, PayloadRequest, TypedUser } from 'payload'

import { redirect } from 'next/navigation.js'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { getAuthRedirect } from './getAuthRedirect.js'

type RequireViewerArgs = {
  /** Who sees the page. */
  access: { view: AccessCheck }
  /** Of the page, below the admin route: `/sync`. */
  path: `/${string}`
  props: Pick<AdminViewServerProps, 'initPageResult' | 'payload'>
}

/**
 * Who looks at a page of the plugin. Sends away who may not: Payload serves a custom view to
 * everybody and leaves it to the view to ask who is there.
 */
export const requireViewer = async ({
  access,
  path,
  props: {
    initPageResult: { permissions, req },
    payload,
  },
}: RequireViewerArgs): Promise<{ req: PayloadRequest; user: TypedUser }> => {
  const { user } = req
  if (!user || !permissions?.canAccessAdmin || !(await access.view({ req }))) {
    return redirect(getAuthRedirect({ config: payload.config, hasUser: Boolean(user), path }))
  }
  return { req, user }
}
