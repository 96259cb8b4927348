import type { MachineryKey } from '../../sync/store/Database.js'

export type { MachineryKey } from '../../sync/store/Database.js'
export { MACHINERY_KEYS } from '../../sync/store/Database.js'

/** Collections that providers fill, in the order people read them. A key is its default slug. */
export const CONTENT_KEYS = [
  'countries',
  'leagues',
  'seasons',
  'teams',
  'players',
  'matches',
] as const

export type ContentKey = (typeof CONTENT_KEYS)[number]

export type CollectionKey = ContentKey | MachineryKey

/** The slug each collection really has in this project. */
export type Slugs = Readonly<Record<CollectionKey, string>>
