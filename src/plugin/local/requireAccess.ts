import type { PayloadRequest } from 'payload'

import { Forbidden, UnauthorizedError } from 'payload'

import type { Sight } from '../../sdk/connections/Sight.js'
import type { ResolvedOptions } from '../options/resolveOptions.js'

import { readSight } from '../collections/readSight.js'

type RequireAccessArgs = {
  access: ResolvedOptions['access']
  req: PayloadRequest | undefined
  to: keyof ResolvedOptions['access']
}

/**
 * Lets in whom the options let in, where a request is given, and returns whose connections its user
 * may know of.
 *
 * @throws UnauthorizedError of Payload for a request without a user; Forbidden for one who may not
 */
export const requireAccess = async ({ access, req, to }: RequireAccessArgs): Promise<Sight> => {
  if (!req) {
    return 'all'
  }
  if (!req.user) {
    throw new UnauthorizedError(req.t)
  }
  if (!(await access[to]({ req }))) {
    throw new Forbidden(req.t)
  }
  return await readSight({ req })
}
