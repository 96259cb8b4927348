import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'

import { STORED_PREFIX } from '../../../../sdk/connections/Connection.js'
import { findAccess } from '../../../options/findAccess.js'

type OwnArgs = { user: NonNullable<PayloadRequest['user']> }

/**
 * What belongs to somebody: what they own, and what came with a connection of the config, which is
 * nobody's in particular.
 */
export const whereOwn = ({ user }: OwnArgs): Where => ({
  or: [
    { owner: { equals: user.id } },
    {
      and: [
        { owner: { exists: false } },
        { connection: { exists: true } },
        { connection: { not_like: `${STORED_PREFIX}%` } },
      ],
    },
  ],
})

type CreatePersonalAccessArgs = { adminUserSlug: string }

/**
 * Who may do what with documents that belong to one person each: their owner, and whom
 * `access.connections` lets. Who may not see the sync view may not enter any either.
 */
export const createPersonalAccess = ({
  adminUserSlug,
}: CreatePersonalAccessArgs): NonNullable<CollectionConfig['access']> => {
  const canEnter = async ({ req }: { req: PayloadRequest }): Promise<boolean> => {
    const canView = findAccess(req.payload)?.view
    return req.user?.collection === adminUserSlug && (canView ? await canView({ req }) : true)
  }
  const canReach: Access = async ({ req }) => {
    if (!req.user || !(await canEnter({ req }))) {
      return false
    }
    return (await isOfAll({ req })) || whereOwn({ user: req.user })
  }
  return { create: canEnter, delete: canReach, read: canReach, update: canReach }
}

/** Whether somebody sees and manages what belongs to everybody. */
export const isOfAll = async ({ req }: { req: PayloadRequest }): Promise<boolean> =>
  (await findAccess(req.payload)?.connections({ req })) === true
