import type { JsonObject } from '../../shared/json.js'
import type { Reference } from './Reference.js'

import { mapGiven } from '../values/mapGiven.js'
import { reference } from './Reference.js'

type ToReferenceArgs = {
  id: null | number | string | undefined
  resource: string
  stub?: JsonObject | undefined
}

/** A reference by the provider's own id. Absent stays absent and `null` stays `null`. */
export const toReference = ({
  id,
  resource,
  stub,
}: ToReferenceArgs): null | Reference | undefined =>
  mapGiven({
    map: (value) => reference({ externalId: String(value), resource, ...(stub && { stub }) }),
    value: id,
  })
