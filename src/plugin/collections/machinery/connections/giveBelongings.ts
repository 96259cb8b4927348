import type { CollectionAfterChangeHook } from 'payload'

import { isPersonal } from '../../../../sdk/content/kitMark.js'
import { findAccess } from '../../../options/findAccess.js'

const toId = (owner: unknown): unknown =>
  typeof owner === 'object' && owner !== null && 'id' in owner ? owner.id : (owner ?? null)

/** Gives what a connection has brought to its new owner, with the connection. */
export const giveBelongings: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const owner = toId(doc.owner)
  if (operation !== 'update' || owner === toId(previousDoc?.owner) || !findAccess(req.payload)) {
    return
  }
  for (const { slug } of req.payload.config.collections.filter(isPersonal)) {
    await req.payload.update({
      collection: slug,
      data: { owner },
      depth: 0,
      req,
      where: { connection: { equals: doc.name }, provider: { equals: doc.provider } },
    })
  }
}
