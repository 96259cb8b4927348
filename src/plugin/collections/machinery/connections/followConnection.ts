import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import { APIError } from 'payload'

import {
  RECORDS_CHOICES,
  removeConnection,
} from '../../../../sync/operations/connections/removeConnection.js'
import { stopConnection } from '../../../../sync/operations/connections/stopConnection.js'
import { findAccess } from '../../../options/findAccess.js'

/** Cancels what goes on with a connection that was switched off. */
export const stopInactive: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (findAccess(req.payload) && doc.active !== true && previousDoc?.active === true) {
    await stopConnection({
      connection: String(doc.name),
      provider: String(doc.provider),
      req,
    })
  }
}

const BAD_REQUEST = 400

/** `?records=delete` of the request, or `context: { records: 'delete' }` of a script. */
const readChoice = ({ context, query, searchParams }: PayloadRequest): unknown =>
  context?.records ?? searchParams?.get('records') ?? query?.records ?? 'keep'

/** Lets go of a connection that is deleted, with or without what only it has brought. */
export const removeDeleted: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  if (!findAccess(req.payload)) {
    return
  }
  const wanted = readChoice(req)
  const records = RECORDS_CHOICES.find((choice) => choice === wanted)
  if (!records) {
    const message = `records must be ${RECORDS_CHOICES.join(' or ')}.`
    throw new APIError(message, BAD_REQUEST, null, true)
  }
  const { name, provider } = await req.payload.findByID({
    id,
    collection: collection.slug,
    depth: 0,
    req,
  })
  await removeConnection({
    connection: String(name),
    provider: String(provider),
    records,
    req,
  })
}
