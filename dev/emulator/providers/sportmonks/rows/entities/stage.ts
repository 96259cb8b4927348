import type { Stage } from '../../../../world/types.js'

import { defineEntity } from '../defineEntity.js'
import { hasMatchThisWeek, isOver, isRunning } from '../spans.js'
import { STAGE_TYPE_IDS } from '../typeRows.js'

export const stage = defineEntity<Stage>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    ending_at: ({ source }) => source.endsOn,
    finished: ({ context, source }) => isOver({ context, span: source }),
    games_in_current_week: ({ context, source }) =>
      hasMatchThisWeek({
        context,
        matches: context.world.matchesOf({ id: source.id, of: 'stage' }),
      }),
    is_current: ({ context, source }) => isRunning({ context, span: source }),
    league_id: ({ source }) => source.leagueId,
    season_id: ({ source }) => source.seasonId,
    sort_order: ({ source }) => source.sortOrder,
    sport_id: () => 1,
    starting_at: ({ source }) => source.startsOn,
    tie_breaker_rule_id: () => null,
    type_id: ({ source }) => STAGE_TYPE_IDS[source.kind],
  },
  sources: ({ stages }) => stages,
})
