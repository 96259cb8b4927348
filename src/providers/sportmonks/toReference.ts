import type { JsonObject, Reference } from '../../sdk/index.js'

import { mapGiven, reference } from '../../sdk/index.js'

type ToReferenceArgs = {
  id: null | number | undefined
  resource: string
  stub?: JsonObject | undefined
}

/** A reference by Sportmonks' own id. */
export const toReference = ({
  id,
  resource,
  stub,
}: ToReferenceArgs): null | Reference | undefined =>
  mapGiven({
    map: (value) => reference({ externalId: String(value), resource, ...(stub && { stub }) }),
    value: id,
  })
