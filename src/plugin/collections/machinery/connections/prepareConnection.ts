import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { ValidationError } from 'payload'

import { prepareStoredConnection } from '../../../../sync/operations/connections/prepareStoredConnection.js'
import { findAccess } from '../../../options/findAccess.js'

/** What a connection's row is made of, of what a form or a script sent. */
export const prepareConnection: CollectionBeforeValidateHook = async ({
  collection,
  data = {},
  originalDoc,
  req,
}) => {
  const { credentials, sealed: _, ...rest } = data as Record<string, unknown>
  if (!findAccess(req.payload)) {
    // With the plugin switched off nobody knows what the credentials of a provider consist of.
    return rest
  }
  const id = originalDoc?.id as number | string | undefined
  const { problems, values } = await prepareStoredConnection({
    before: originalDoc as Record<string, unknown> | undefined,
    credentials,
    req,
    wanted: rest,
  })
  if (problems.length > 0) {
    const errors = problems.map(({ field, message }) => ({ message, path: field }))
    throw new ValidationError({ id, collection: collection.slug, errors, req }, req.t)
  }
  return { ...rest, ...values, ...(id === undefined && toOwner({ req, wanted: rest.owner })) }
}

type ToOwnerArgs = { req: PayloadRequest; wanted: unknown }

/** Whoever makes a connection owns it, unless somebody who may says otherwise. */
const toOwner = ({ req, wanted }: ToOwnerArgs) => ({ owner: wanted ?? req.user?.id ?? null })
