import type { Continent, Country } from '../../../../world/types.js'

import { imagePath } from '../../../../imagePath.js'
import { defineEntity } from '../defineEntity.js'

/** `borders` is always empty: nothing in the world needs it. */
export const country = defineEntity<Country>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    borders: () => [],
    continent_id: ({ source }) => CONTINENT_IDS[source.continent],
    fifa_name: ({ source }) => source.fifaCode,
    image_path: ({ source }) => imagePath({ id: source.id, kind: 'countries' }),
    iso2: ({ source }) => source.iso2,
    iso3: ({ source }) => source.iso3,
    latitude: ({ source }) => String(source.latitude),
    longitude: ({ source }) => String(source.longitude),
    official_name: ({ source }) => source.officialName,
  },
  sources: ({ countries }) => countries,
})

const CONTINENT_IDS: Readonly<Record<Continent, number>> = {
  Africa: 3,
  Asia: 2,
  Europe: 1,
  'North America': 6,
  Oceania: 5,
  'South America': 7,
}
