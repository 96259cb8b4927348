import type { PayloadRequest } from 'payload'

import type { Database } from '../Database.js'
import type { ConnectionName } from './sealValues.js'

import { updateConnection } from './updateConnection.js'

type DeactivateConnectionArgs = {
  database: Database
  /** In words, for its owner; without any secret. */
  reason: string
  req?: PayloadRequest
} & ConnectionName

/**
 * Stops using a stored connection whose credentials cannot be renewed: no process asks with it any
 * more, and its schedules skip it. Saving new credentials activates it again.
 */
export const deactivateConnection = async ({
  connection,
  database,
  provider,
  reason,
  req,
}: DeactivateConnectionArgs): Promise<void> => {
  await updateConnection({
    connection,
    database,
    provider,
    req,
    state: { deactivatedReason: reason, isActive: false, status: 'deactivated' },
  })
}
