import type { Resource } from '../../../sdk/index.js'

import { readPath } from '../../../sdk/index.js'
import { isSamePerson } from './isSamePerson.js'
import { isSamePlace } from './isSamePlace.js'

/** The fields of a match that a provider may spell now one way and now another. */
export const SPELT_IN_MATCH = ['referee', 'venue.city', 'venue.name'] as const

/** Whether two spellings in a match name the same referee, the same ground or the same city. */
export const isSameInMatch: Resource['isSameSpelling'] = ({ before, document, field, now }) => {
  if (field === 'referee') {
    return isSamePerson(before, now)
  }
  const city = readPath({ path: ['venue', 'city'], row: document })
  return isSamePlace({
    a: before,
    b: now,
    city: field === 'venue.name' && typeof city === 'string' ? city : undefined,
  })
}
