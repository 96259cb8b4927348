import type { Season } from '../../world/types.js'

import { defineEntity } from '../defineEntity.js'
import { lastPlayedAt } from '../lastPlayedAt.js'
import { hasMatchThisWeek, isOver } from '../spans.js'
import { toWireDate } from '../wireDate.js'

/**
 * The last season that has begun is the current one, even after its end and until the next one
 * begins: so it can be `finished` and `is_current`, as real ones can.
 */
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
      [...world.seasons.values()]
        .filter(
          ({ leagueId, startsOn }) => leagueId === source.leagueId && startsOn <= toWireDate(now),
        )
        .reduce<null | Season>((a, b) => (a && a.startsOn > b.startsOn ? a : b), null)?.id ===
      source.id,
    league_id: ({ source }) => source.leagueId,
    pending: ({ context, source }) => source.startsOn > toWireDate(context.now),
    sport_id: () => 1,
    standings_recalculated_at: ({ context, source }) =>
      lastPlayedAt({ id: source.id, context, of: 'season' }),
    starting_at: ({ source }) => source.startsOn,
    tie_breaker_rule_id: () => 171,
  },
  sources: ({ seasons }) => seasons,
})
