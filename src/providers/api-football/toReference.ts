import type { JsonObject, Reference } from '../../sdk/index.js'

import { reference } from '../../sdk/index.js'

type ToReferenceArgs = {
  id: null | number | undefined
  resource: string
  stub?: JsonObject
}

/** A reference by API-Football's own id. Zero is the id of nobody. */
export const toReference = ({ id, resource, stub }: ToReferenceArgs): null | Reference =>
  typeof id === 'number' && id > 0
    ? reference({ externalId: String(id), resource, ...(stub && { stub }) })
    : null
