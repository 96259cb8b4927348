import type { Team } from '../../../../world/types.js'

import { imagePath } from '../../../../imagePath.js'
import { defineEntity } from '../defineEntity.js'
import { lastPlayedAt } from '../lastPlayedAt.js'

export const team = defineEntity<Team>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    type: () => 'domestic',
    country_id: ({ source }) => source.countryId,
    founded: ({ source }) => source.founded,
    gender: () => 'male',
    image_path: ({ source }) => imagePath({ id: source.id, kind: 'teams' }),
    last_played_at: ({ context, source }) => lastPlayedAt({ id: source.id, context, of: 'team' }),
    placeholder: ({ source }) => source.isPlaceholder,
    short_code: ({ source }) => source.shortCode,
    sport_id: () => 1,
    venue_id: ({ source }) => source.venueId,
  },
  sources: ({ teams }) => teams,
})
