import type { CollectionConfig } from 'payload'

import type { ContentKey } from '../../options/collectionKeys.js'
import type { ContentCollectionArgs } from './ContentCollectionArgs.js'

import { createCountriesCollection } from './createCountriesCollection.js'
import { createLeaguesCollection } from './createLeaguesCollection.js'
import { createMatchesCollection } from './createMatchesCollection.js'
import { createPlayersCollection } from './createPlayersCollection.js'
import { createSeasonsCollection } from './createSeasonsCollection.js'
import { createTeamsCollection } from './createTeamsCollection.js'

const FACTORIES: Readonly<Record<ContentKey, (args: ContentCollectionArgs) => CollectionConfig>> = {
  countries: createCountriesCollection,
  leagues: createLeaguesCollection,
  matches: createMatchesCollection,
  players: createPlayersCollection,
  seasons: createSeasonsCollection,
  teams: createTeamsCollection,
}

type CreateContentCollectionArgs = { key: ContentKey } & ContentCollectionArgs

/** The content collection of this key. */
export const createContentCollection = ({
  key,
  ...args
}: CreateContentCollectionArgs): CollectionConfig => FACTORIES[key](args)
