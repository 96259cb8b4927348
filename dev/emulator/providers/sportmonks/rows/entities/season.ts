import type { Season } from '../../../../world/types.js'

import { toDay } from '../../../../moments.js'
import { isCurrentSeason } from '../../../../world/isCurrentSeason.js'
import { defineEntity } from '../defineEntity.js'
import { lastPlayedAt } from '../lastPlayedAt.js'
import { hasMatchThisWeek, isOver } from '../spans.js'

export const season = defineEntity<Season>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    ending_at: ({ source }) => source.endsOn,
    finished: ({ context, source }) => isOver({ context, span: source }),
    games_in_current_week: ({ context, source }) =>
      hasMatchThisWeek({
        context,
        matches: context.world.matchesOf({ id: source.id, of: 'season' }),
      }),
    is_current: ({ context: { now, world }, source }) =>
      isCurrentSeason({ now, season: source, world }),
    league_id: ({ source }) => source.leagueId,
    pending: ({ context, source }) => source.startsOn > toDay(context.now),
    sport_id: () => 1,
    standings_recalculated_at: ({ context, source }) =>
      lastPlayedAt({ id: source.id, context, of: 'season' }),
    starting_at: ({ source }) => source.startsOn,
    tie_breaker_rule_id: () => 171,
  },
  sources: ({ seasons }) => seasons,
})
