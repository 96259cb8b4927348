import type { Payload } from 'payload'

import type { Initiator } from '../../run/Run.js'

/** Who asked, or a bare id, which means a user of the admin panel. */
export type Asker = Initiator | null | number | string

type ToInitiatorArgs = { asker: Asker; payload: Payload }

/** Who asked, by collection and id. */
export const toInitiator = ({ asker, payload }: ToInitiatorArgs): Initiator | null =>
  typeof asker === 'object' ? asker : { id: asker, collection: payload.config.admin.user }

/** As a row tells who asked. */
export type InitiatorFields = {
  /** A user of the admin panel, whom the relation finds. */
  initiatedBy: null | number | string
  /** Whoever it was, as text: two collections can have users of one id. */
  initiator: { collection: null | string; user: null | string }
}

type ToFieldsArgs = { initiator: Initiator | null; payload: Payload }

/** What a row says of who asked. Nobody is taken for somebody of another collection. */
export const toInitiatorFields = ({ initiator, payload }: ToFieldsArgs): InitiatorFields => ({
  initiatedBy: initiator?.collection === payload.config.admin.user ? initiator.id : null,
  initiator: {
    collection: initiator?.collection ?? null,
    user: initiator ? String(initiator.id) : null,
  },
})

type ReadInitiatorArgs = { fields: Partial<InitiatorFields>; payload: Payload }

/** Who asked, as a row tells it; one of an earlier version has the relation only. */
export const readInitiator = ({
  fields: { initiatedBy, initiator },
  payload,
}: ReadInitiatorArgs): Initiator | null => {
  if (initiatedBy !== null && initiatedBy !== undefined) {
    return { id: initiatedBy, collection: payload.config.admin.user }
  }
  const { collection, user } = initiator ?? {}
  if (!collection || !user) {
    return null
  }
  const isNumber = payload.db.defaultIDType === 'number' && String(Number(user)) === user
  return { id: isNumber ? Number(user) : user, collection }
}
