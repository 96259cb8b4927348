import type { Player } from '../../../../world/types.js'

import { imagePath } from '../../../../imagePath.js'
import { defineEntity } from '../defineEntity.js'
import { POSITION_TYPE_IDS } from '../typeRows.js'

/** Made up, as all players are: the source has none. */
export const player = defineEntity<Player>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => fullName(source),
    city_id: () => null,
    common_name: ({ source }) => `${source.firstName.charAt(0)}. ${source.lastName}`,
    country_id: ({ source }) => source.countryId,
    date_of_birth: ({ source }) => source.dateOfBirth,
    detailed_position_id: () => null,
    display_name: ({ source }) => fullName(source),
    firstname: ({ source }) => source.firstName,
    gender: () => 'male',
    height: ({ source }) => source.height,
    image_path: ({ source }) => imagePath({ id: source.id, kind: 'players' }),
    lastname: ({ source }) => source.lastName,
    nationality_id: ({ source }) => source.nationalityId,
    position_id: ({ source }) => POSITION_TYPE_IDS[source.position],
    sport_id: () => 1,
    type_id: ({ source }) => POSITION_TYPE_IDS[source.position],
    weight: ({ source }) => source.weight,
  },
  sources: ({ players }) => players,
})

const fullName = ({ firstName, lastName }: Player): string => `${firstName} ${lastName}`
