import type { PayloadRequest } from 'payload'

import type { Sight } from '../../sdk/connections/Sight.js'

import { findSight } from '../../sync/operations/connections/findSight.js'
import { findAccess } from '../options/findAccess.js'

/**
 * Whose connections whoever sends a request may know of. A request without a user is the project's
 * own code, which may know all: routes let nobody in who is not signed in.
 */
export const readSight = async ({ req }: { req: PayloadRequest }): Promise<Sight> => {
  const { payload, user } = req
  const access = findAccess(payload)
  if (!access) {
    // Switched off, and nobody can tell whose is what.
    return user ? [] : 'all'
  }
  if (!user || (await access.connections({ req }))) {
    return 'all'
  }
  const isOfAdmin = user.collection === payload.config.admin.user
  return await findSight({ owner: isOfAdmin ? user.id : undefined, payload, req })
}
