import type { CountryDocument } from '../../../content/soccer/index.js'
import type { SportmonksCountry } from './countrySchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { ISO_COUNTRY_CODES } from '../tables/ISO_COUNTRY_CODES.js'

/** A country. `iso2` becomes the code only where ISO knows it: England is "EN" at Sportmonks. */
export const toCountry = ({ name, image_path, iso2 }: SportmonksCountry): CountryDocument =>
  withoutAbsent({
    name,
    code: mapGiven({ map: (code) => (ISO_COUNTRY_CODES.has(code) ? code : null), value: iso2 }),
    flag: image_path,
  })
