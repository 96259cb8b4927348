import type { PayloadRequest } from 'payload'

import type { Job } from '../../batch/Job.js'

import { isStoredName } from '../../../../sdk/connections/Connection.js'
import { isPersonal } from '../../../../sdk/content/kitMark.js'
import { findConnections } from '../../../store/connections/findConnections.js'

/** Of a collection whose documents belong to one person each. */
type Belonging = { connection: string; owner: null | number | string }

type FindOwnerArgs = {
  collection: string
  job: Pick<Job, 'connection' | 'database' | 'payload' | 'provider'>
  req: PayloadRequest
}

/** A transaction stores a page of records, all with one connection. */
const known = new WeakMap<PayloadRequest, Map<string, Belonging>>()

/**
 * Whose a new document is: that of the connection it came with. Nothing in a collection whose
 * documents belong to nobody.
 *
 * @throws Error when nobody knows with which connection it came
 */
export const findOwner = async ({
  collection,
  job: { connection, database, payload, provider },
  req,
}: FindOwnerArgs): Promise<Partial<Belonging>> => {
  const config = payload.collections[collection]?.config
  if (!config || !isPersonal(config)) {
    return {}
  }
  if (connection === undefined) {
    throw new Error(`A record of ${collection} belongs to a person, and it is not known to whom.`)
  }
  const ofRequest = known.get(req) ?? new Map<string, Belonging>()
  known.set(req, ofRequest)
  const found = ofRequest.get(connection)
  if (found) {
    return found
  }
  const [row] = isStoredName(connection)
    ? await findConnections({
        database,
        filter: { name: connection, provider: provider.name },
        req,
      })
    : []
  const belonging = { connection, owner: row?.owner ?? null }
  ofRequest.set(connection, belonging)
  return belonging
}
