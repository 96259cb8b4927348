import type { Reference } from '../../sdk/index.js'

import { mapGiven, reference } from '../../sdk/index.js'
import { toCountryId } from './toCountryId.js'

/**
 * A country by its name. Teams and players name countries that the list of countries lacks (72 of
 * 240, seen in recordings), so the name is enough to create one.
 */
export const toCountryReference = (name: null | string | undefined): null | Reference | undefined =>
  mapGiven({
    map: (given) =>
      given.trim() === ''
        ? null
        : reference({
            externalId: toCountryId(given),
            resource: 'countries',
            stub: { name: given.trim() },
          }),
    value: name,
  })
