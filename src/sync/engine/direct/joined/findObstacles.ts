import type { Payload } from 'payload'

import { findContentTable } from '../../../store/findContentTable.js'
import { hasReplicas } from '../../../store/replicas/hasReplicas.js'
import { isOrderable } from '../plan/isOrderable.js'

type FindObstaclesArgs = {
  /** Slug. */
  collection: string
  payload: Payload
}

/** What keeps the statements of Payload's operations on a collection from being joined, in words. */
export const findObstacles = ({ collection, payload }: FindObstaclesArgs): string[] => {
  const config = payload.collections[collection]?.config
  return [
    ...(findContentTable({ collection, payload }) ? [] : ['it has no table']),
    // Payload makes logins in a way of its own.
    ...(config?.auth ? ['its documents are users'] : []),
    ...(config && isOrderable(config) ? ['it is orderable'] : []),
    ...(hasReplicas(payload) ? ['the database has read replicas'] : []),
  ]
}
