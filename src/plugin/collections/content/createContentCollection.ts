import type { CollectionConfig } from 'payload'

import type { ContentKey } from '../../options/collectionKeys.js'
import type { ContentCollectionArgs } from './ContentCollectionArgs.js'

import { createCountriesCollection } from '../../../content/soccer/collections/createCountriesCollection.js'
import { createLeaguesCollection } from '../../../content/soccer/collections/createLeaguesCollection.js'
import { createMatchesCollection } from '../../../content/soccer/collections/createMatchesCollection.js'
import { createPlayersCollection } from '../../../content/soccer/collections/createPlayersCollection.js'
import { createSeasonsCollection } from '../../../content/soccer/collections/createSeasonsCollection.js'
import { createTeamsCollection } from '../../../content/soccer/collections/createTeamsCollection.js'

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
