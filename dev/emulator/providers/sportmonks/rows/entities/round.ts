import type { Round } from '../../../../world/types.js'

import { defineEntity } from '../defineEntity.js'
import { hasMatchThisWeek, isOver, isRunning } from '../spans.js'

export const round = defineEntity<Round>({
  fields: {
    id: ({ source }) => source.id,
    name: ({ source }) => source.name,
    ending_at: ({ source }) => source.endsOn,
    finished: ({ context, source }) => isOver({ context, span: source }),
    games_in_current_week: ({ context, source }) =>
      hasMatchThisWeek({
        context,
        matches: context.world.matchesOf({ id: source.id, of: 'round' }),
      }),
    is_current: ({ context, source }) => isRunning({ context, span: source }),
    league_id: ({ source }) => source.leagueId,
    season_id: ({ source }) => source.seasonId,
    sport_id: () => 1,
    stage_id: ({ source }) => source.stageId,
    starting_at: ({ source }) => source.startsOn,
  },
  sources: ({ rounds }) => rounds,
})
