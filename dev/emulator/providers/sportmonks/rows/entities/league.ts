import type { League } from '../../../../world/types.js'

import { imagePath } from '../../../../imagePath.js'
import { defineEntity } from '../defineEntity.js'
import { lastPlayedAt } from '../lastPlayedAt.js'

export const league = defineEntity<League>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    type: () => 'league',
    active: () => true,
    category: ({ source }) => Math.min(source.tier, 4),
    country_id: ({ source }) => source.countryId,
    has_jerseys: () => false,
    image_path: ({ source }) => imagePath({ id: source.id, kind: 'leagues' }),
    last_played_at: ({ context, source }) => lastPlayedAt({ id: source.id, context, of: 'league' }),
    short_code: ({ source }) => source.shortCode,
    sport_id: () => 1,
    sub_type: ({ source }) => SUB_TYPES[source.kind],
  },
  sources: ({ leagues }) => leagues,
})

const SUB_TYPES = {
  cup: 'domestic_cup',
  domestic: 'domestic',
  international: 'cup_international',
} as const
