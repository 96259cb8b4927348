import type { Payload, PayloadRequest, Where } from 'payload'

import { findKitSlugs } from '../../../sdk/index.js'

/** What every helper for the server of a site is given. */
export type SiteArgs = {
  /**
   * How deep relationships are populated: with 1 a match holds its teams, league and season.
   *
   * @default 1
   */
  depth?: number
  /** Whether drafts are read, for a preview. @default false: only what is published */
  draft?: boolean
  /** @default the project's default locale, or that of `req` */
  locale?: string
  /**
   * Whether everything is read, whoever asks.
   *
   * @default true, and false where `req` or `user` is given
   */
  overrideAccess?: boolean
  payload: Payload
  /** The request that is answered: its user, locale and transaction count. */
  req?: PayloadRequest
  /** Whose access counts; `null` is a visitor. @default the user of `req` */
  user?: null | PayloadRequest['user']
}

type ReadArgs = {
  collection: 'leagues' | 'matches' | 'seasons' | 'teams'
  limit?: number
  select?: Record<string, true>
  sort?: string[]
  where: Where
} & SiteArgs

/**
 * Reads documents of the kit, whatever slug their collection has here. Empty where the project does
 * not have the collection.
 */
export const readDocuments = async <TDocument>({
  collection: key,
  depth = 1,
  draft = false,
  limit,
  locale,
  overrideAccess,
  payload,
  req,
  select,
  sort,
  user,
  where,
}: ReadArgs): Promise<TDocument[]> => {
  const collection = findKitSlugs({ kit: 'soccer', payload })[key]
  if (collection === undefined) {
    return []
  }
  const hasDrafts = Boolean(payload.collections[collection]?.config.versions?.drafts)
  const { docs } = await payload.find({
    collection,
    depth,
    draft: hasDrafts && draft,
    limit: limit ?? 0,
    overrideAccess: overrideAccess ?? (req === undefined && user === undefined),
    pagination: false,
    where: {
      and: [where, ...(hasDrafts && !draft ? [{ _status: { equals: 'published' } }] : [])],
    },
    ...(locale !== undefined && { locale }),
    ...(req && { req }),
    ...(select && { select }),
    ...(sort && { sort }),
    ...(user !== undefined && { user }),
  })
  return docs as TDocument[]
}
