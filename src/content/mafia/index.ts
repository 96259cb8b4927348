import { defineContent } from '../../sdk/index.js'
import { createClubsCollection } from './collections/createClubsCollection.js'
import { createGamesCollection } from './collections/createGamesCollection.js'
import { createPlayersCollection } from './collections/createPlayersCollection.js'
import { createTournamentsCollection } from './collections/createTournamentsCollection.js'
import { texts } from './texts/index.js'

export * from './documents/index.js'
export type { MafiaKey } from './MafiaArgs.js'

/** The party game of mafia played as a sport: players and their clubs, tournaments and games. */
export const mafia = defineContent({
  name: 'mafia',
  collections: {
    mafiaClubs: { create: createClubsCollection },
    mafiaPlayers: { create: createPlayersCollection, relatesTo: ['mafiaClubs'] },

    mafiaTournaments: { create: createTournamentsCollection, relatesTo: ['mafiaPlayers'] },

    mafiaGames: {
      create: createGamesCollection,
      // Who won is told by what the seats scored.
      mergeTogether: [['winner', 'seats']],
      relatesTo: ['mafiaPlayers', 'mafiaTournaments'],
    },
  },
  group: 'groups:mafia',
  texts,
})
