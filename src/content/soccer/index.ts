import { defineContent } from '../../sdk/index.js'
import { createCountriesCollection } from './collections/createCountriesCollection.js'
import { createLeaguesCollection } from './collections/createLeaguesCollection.js'
import { createMatchesCollection } from './collections/createMatchesCollection.js'
import { createPlayersCollection } from './collections/createPlayersCollection.js'
import { createSeasonsCollection } from './collections/createSeasonsCollection.js'
import { createTeamsCollection } from './collections/createTeamsCollection.js'
import { texts } from './texts/index.js'

export * from './documents/index.js'
export type { SoccerKey } from './SoccerArgs.js'

/** Soccer: countries, leagues and their seasons, teams, players and matches. */
export const soccer = defineContent({
  name: 'soccer',
  collections: {
    countries: { create: createCountriesCollection },
    leagues: { create: createLeaguesCollection, relatesTo: ['countries'] },
    seasons: { create: createSeasonsCollection, relatesTo: ['leagues'] },
    teams: { create: createTeamsCollection, relatesTo: ['countries'] },

    players: { create: createPlayersCollection, relatesTo: ['countries', 'teams'] },

    matches: { create: createMatchesCollection, relatesTo: ['leagues', 'seasons', 'teams'] },
  },
  group: 'groups:sports',
  texts,
})
