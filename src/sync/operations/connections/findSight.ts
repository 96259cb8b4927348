import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'

import { getSync } from '../../engine/Sync.js'
import { findConnections } from '../../store/connections/findConnections.js'

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
  const inTransaction = req && (await req.transactionID) !== undefined
  const own = await findConnections({
    database,
    filter: { owner },
    ...(inTransaction && { req }),
  })
  return own.map(({ name }) => name)
}
