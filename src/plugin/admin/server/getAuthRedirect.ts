import type { SanitizedConfig } from 'payload'

import { formatAdminURL } from 'payload/shared'

type GetAuthRedirectArgs = {
  config: Pick<SanitizedConfig, 'admin' | 'routes'>
  /** Whether somebody is signed in, only without access to the admin. */
  hasUser: boolean
  /** The view that was asked for, below the admin route: `/sync`. */
  path: `/${string}`
}

/**
 * Where a person goes who may not see a view: to sign in and come back, or to "unauthorized".
 * Payload does this for its own views; it serves a custom view to everybody.
 */
export const getAuthRedirect = ({ config, hasUser, path }: GetAuthRedirectArgs): string => {
  const { login, unauthorized } = config.admin.routes
  const adminRoute = config.routes.admin
  const target = formatAdminURL({ adminRoute, path: hasUser ? unauthorized : login })
  const back = formatAdminURL({ adminRoute, path })

  return `${target}${target.includes('?') ? '&' : '?'}redirect=${encodeURIComponent(back)}`
}
