import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { getSync } from '../../engine/Sync.js'
import { findConnections } from '../../store/connections/findConnections.js'
import { getAdapter } from '../../store/Database.js'

type FindSightArgs = {
  /** Id of a user of the admin panel; `undefined` for somebody who is none. */
  owner: number | string | undefined
  payload: Payload
  req?: PayloadRequest
}

/** What somebody may know of who sees no more than their own connections. */
export const findSight = async ({ owner, payload, req }: FindSightArgs): Promise<Sight> => {
  const { database, providers } = getSync(payload)
  const isOpen = [...providers.values()].some(({ accounts }) => accounts !== undefined)
  if (!isOpen || owner === undefined) {
    return []
  }
  // Payload asks once more for the same request when its transaction has ended.
  const id = await req?.transactionID
  const inTransaction = id !== undefined && getAdapter(payload).sessions[id] !== undefined
  const own = await findConnections({
    database,
    filter: { owner },
    ...(inTransaction && req && { req }),
  })
  return own.map(({ name }) => name)
}
