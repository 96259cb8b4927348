import type { Venue } from '../../../../world/types.js'

import { imagePath } from '../../../../imagePath.js'
import { defineEntity } from '../defineEntity.js'

/** Made up, as all venues are: the source has none. */
export const venue = defineEntity<Venue>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    address: () => null,
    capacity: ({ source }) => source.capacity,
    city_id: () => null,
    city_name: ({ source }) => source.cityName,
    country_id: ({ source }) => source.countryId,
    image_path: ({ source }) =>
      source.id % 3 === 0 ? null : imagePath({ id: source.id, kind: 'venues' }),
    latitude: () => null,
    longitude: () => null,
    national_team: () => false,
    surface: ({ source }) => (source.id % 9 === 0 ? 'artificial turf' : 'grass'),
    zipcode: () => null,
  },
  sources: ({ venues }) => venues,
})
