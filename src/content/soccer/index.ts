import { defineContent } from '../../sdk/index.js'
import { createCountriesCollection } from './collections/createCountriesCollection.js'
import { createLeaguesCollection } from './collections/createLeaguesCollection.js'
import { createMatchesCollection } from './collections/createMatchesCollection.js'
import { createPlayersCollection } from './collections/createPlayersCollection.js'
import { createSeasonsCollection } from './collections/createSeasonsCollection.js'
import { createTeamsCollection } from './collections/createTeamsCollection.js'
import { texts } from './texts/index.js'

export * from './documents/index.js'

// What providers share.
export { isOfLeagues } from './leagues/isOfLeagues.js'
export { findLeftOpen, readLeftOpen } from './matches/byId/leftOpen.js'
export type { MatchesById } from './matches/byId/readMatchesById.js'
export { readWindow } from './matches/byId/readWindow.js'
export { readWithoutEvents } from './matches/byId/withoutEvents.js'
export type { EndedMatchesContext } from './matches/findMatchesThatEnded.js'
export { findMatchesThatEnded } from './matches/findMatchesThatEnded.js'
export { hasMatches } from './matches/hasMatches.js'
export { markLeftOpen, toLeftOpenRemark } from './matches/markLeftOpen.js'
export { MATCHES } from './matches/MATCHES.js'
export { mayMatchesBeOn } from './matches/mayMatchesBeOn.js'
export { toMatchEvents } from './matches/toMatchEvents.js'
export { toTitle, UNKNOWN_TEAM } from './matches/toTitle.js'
export type { Side } from './matches/toWinner.js'
export { toWinner } from './matches/toWinner.js'
export type { SeasonChoice } from './options/seasonsRule.js'
export { seasonsRule } from './options/seasonsRule.js'
export type { SoccerOptions } from './options/SoccerOptions.js'
export { SOCCER_RULES } from './options/SoccerOptions.js'
export type { SquadParams } from './players/listSquadScopes.js'
export { listSquadScopes } from './players/listSquadScopes.js'
export type { StoredSeason } from './seasons/findStoredSeasons.js'
export { findSeasonsInScope, findStoredSeasons } from './seasons/findStoredSeasons.js'
export type { SeasonParams, SelectStoredSeasonsArgs } from './seasons/listSeasonScopes.js'
export { getSeasonOf, listSeasonScopes, selectStoredSeasons } from './seasons/listSeasonScopes.js'
export type { SeasonCandidate } from './seasons/selectSeasons.js'
export { isAhead, isUnderWay, newestFirst, selectSeasons } from './seasons/selectSeasons.js'
// What a site reads.
export type { FindLiveMatchesArgs } from './site/findLiveMatches.js'
export { findLiveMatches } from './site/findLiveMatches.js'

export type { FindMatchesOnArgs } from './site/findMatchesOn.js'
export { findMatchesOn } from './site/findMatchesOn.js'
export type { FindTableArgs, TableTeam } from './site/findTable.js'
export { findTable } from './site/findTable.js'
export type { LeagueChoice } from './site/LeagueChoice.js'
export type { SiteArgs } from './site/readDocuments.js'
export type { Table, TableRow, TieBreaker } from './site/toTables.js'
export { whereMatchesAround } from './site/whereMatchesAround.js'
export type { SoccerKey } from './SoccerArgs.js'
export { isSameInMatch, SPELT_IN_MATCH } from './spellings/isSameInMatch.js'
export type {
  Country,
  League,
  Match,
  MatchScore,
  MatchVenue,
  Player,
  Related,
  RichText,
  Season,
  SeasonCoverage,
  Team,
  TeamVenue,
} from './stored/index.js'

/** Soccer: countries, leagues and their seasons, teams, players and matches. */
export const soccer = defineContent({
  name: 'soccer',
  collections: {
    countries: { create: createCountriesCollection },
    leagues: { create: createLeaguesCollection, relatesTo: ['countries'] },
    seasons: { create: createSeasonsCollection, relatesTo: ['leagues'] },
    teams: { create: createTeamsCollection, relatesTo: ['countries'] },

    players: { create: createPlayersCollection, relatesTo: ['countries', 'teams'] },

    matches: {
      create: createMatchesCollection,
      mergeTogether: [
        ['homeScore', 'awayScore', 'winner'],
        ...['halftime', 'fulltime', 'extraTime', 'penalties'].map((part) => [
          `${part}.home`,
          `${part}.away`,
        ]),
      ],
      relatesTo: ['leagues', 'seasons', 'teams'],
    },
  },
  group: 'groups:sports',
  texts,
})
