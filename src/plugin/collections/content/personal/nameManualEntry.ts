import type { CollectionBeforeValidateHook } from 'payload'

import { randomUUID } from 'node:crypto'

/** What stands in `provider` of a document that a person entered. No sync finds its id. */
export const BY_HAND = 'manual'

/**
 * Names a document that a person enters, as no record of a provider is named, and says whose it is.
 * The form and the API cannot say these themselves, or a document could be made up that waits for
 * the record of somebody else.
 */
export const nameManualEntry: CollectionBeforeValidateHook = ({ data = {}, operation, req }) =>
  operation === 'create' && !data.provider
    ? {
        ...data,
        externalId: randomUUID(),
        owner: data.owner ?? req.user?.id ?? null,
        provider: BY_HAND,
      }
    : data
