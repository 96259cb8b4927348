import type { Endpoint } from 'payload'

import { REVALIDATE_PATH } from '../next/findSite.js'
import { revalidateRoute } from '../next/revalidateRoute.js'

/**
 * `POST /sync/revalidate`: refreshes the cache of the site, for `revalidateAfterSync`. Whoever calls
 * it signs with the secret of the project.
 */
export const revalidateEndpoint: Endpoint = {
  handler: async (req) =>
    await revalidateRoute({ secret: req.payload.secret })({
      headers: req.headers,
      text: async () => (await req.text?.()) ?? '',
    }),
  method: 'post',
  path: REVALIDATE_PATH,
}
