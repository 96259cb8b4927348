import { defineContent } from '../../sdk/index.js'
import { createGamesCollection } from './collections/createGamesCollection.js'
import { createGameStatsCollection } from './collections/createGameStatsCollection.js'
import { createPlayersCollection } from './collections/createPlayersCollection.js'
import { createSeasonStatsCollection } from './collections/createSeasonStatsCollection.js'
import { createTeamsCollection } from './collections/createTeamsCollection.js'
import { texts } from './texts/index.js'

export type { CollegeKey } from './CollegeArgs.js'
export * from './documents/index.js'
export { toInnings, toOuts } from './stats/innings.js'
export type { StatGroup, Stats } from './stats/STATS.js'
export {
  BASKETBALL,
  BATTING,
  FIELDING,
  PITCHING,
  PITCHING_TOTALS,
  SOCCER,
  STAT_GROUPS,
} from './stats/STATS.js'

/** College sports: teams, rosters, games with their box scores, and stats. */
export const college = defineContent({
  name: 'college',
  collections: {
    collegeTeams: { create: createTeamsCollection },

    collegePlayers: { create: createPlayersCollection, relatesTo: ['collegeTeams'] },

    collegeGames: {
      create: createGamesCollection,
      mergeTogether: [['awayScore', 'homeScore', 'winner']],
      publicWhere: { hidden: { not_equals: true } },
      relatesTo: ['collegeTeams'],
    },

    collegeGameStats: {
      create: createGameStatsCollection,
      relatesTo: ['collegeGames', 'collegePlayers', 'collegeTeams'],
    },
    collegeSeasonStats: {
      create: createSeasonStatsCollection,
      relatesTo: ['collegePlayers', 'collegeTeams'],
    },
  },
  group: 'groups:college',
  texts,
})
