import type { Payload } from 'payload'

import { formatAdminURL } from 'payload/shared'

import { isServing } from '../../sync/runtime/process/isServing.js'

/** Where the route is, below that of Payload's API. */
export const REVALIDATE_PATH = '/sync/revalidate'

/** Where the site is, in processes that cannot know it: several, with commas in between. */
export const SITE_VARIABLE = 'SYNC_SITE_URL'

type FindSiteArgs = {
  env?: NodeJS.ProcessEnv
  /** @default whether this process serves a site of Next.js */
  isInServer?: boolean
  path: string | undefined
  payload: Pick<Payload, 'config'>
  serverURL: readonly string[] | string | undefined
}

/**
 * The addresses of the route that refreshes the cache of the site.
 *
 * @throws Error when nothing says where the site is
 */
export const findSite = ({
  env = process.env,
  isInServer = isServing(),
  path,
  payload,
  serverURL,
}: FindSiteArgs): URL[] => {
  const { routes, serverURL: configured } = payload.config
  const route = path ?? formatAdminURL({ apiRoute: routes.api, path: REVALIDATE_PATH })
  const found = serverURL === undefined ? split(env[SITE_VARIABLE]) : [serverURL].flat()
  // A server knows its own address best: what the config says may lead to another one.
  const own = isInServer ? env.__NEXT_PRIVATE_ORIGIN : undefined
  const addresses =
    found.length > 0 ? [...new Set(found)] : [own ?? (configured || findHosted(env))]
  return addresses.map((address) => {
    if (address === undefined) {
      throw new Error(
        'revalidateAfterSync does not know where the site is. Set serverURL in the config of ' +
          `Payload, or ${SITE_VARIABLE} in the environment of this process.`,
      )
    }
    return new URL(route, address)
  })
}

const split = (list: string | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

/** What Vercel says of a deployment, without a scheme. */
const findHosted = (env: NodeJS.ProcessEnv): string | undefined => {
  const host = env.VERCEL_ENV === 'production' ? env.VERCEL_PROJECT_PRODUCTION_URL : env.VERCEL_URL
  return host && `https://${host}`
}
