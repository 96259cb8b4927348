import type { CountryDocument } from '../../../content/soccer/index.js'
import type { ApiFootballCountry } from './countrySchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toText } from '../toText.js'

/** ISO 3166-1, or 3166-2 for a part of a country. */
const ISO_CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/

/** A country, with the name as the provider writes it: `Costa-Rica`. */
export const toCountry = ({ name, code, flag }: ApiFootballCountry): CountryDocument =>
  withoutAbsent({
    name,
    code: mapGiven({ map: (given) => (ISO_CODE.test(given) ? given : null), value: code }),
    flag: mapGiven({ map: toText, value: flag }),
  })
