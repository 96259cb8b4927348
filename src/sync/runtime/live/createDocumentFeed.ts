import type { LiveDocument, LiveNews } from '../../../shared/live/LiveNews.js'
import type { FeedMessage } from '../watch/createFeed.js'

import { createFeed } from '../watch/createFeed.js'

/** What a look at a collection found. */
export type Look = {
  /** Those of the documents that are new or were changed, as they are. */
  changed: readonly LiveDocument[]
  /** The ids of all, in order. */
  ids: readonly LiveDocument['id'][]
  /** Those that were among them before, as far as a visitor may still see them. */
  left: readonly LiveDocument[]
}

export type DocumentFeed = {
  /** What brings somebody up to date who was told `lastId`. */
  catchUp: (lastId: string | undefined) => FeedMessage[]
  /** Takes what was found. Returns what is different, unless nothing is. */
  take: (look: Look) => FeedMessage | undefined
  /** When each document that is known was last changed, by its id. */
  versions: () => ReadonlyMap<LiveDocument['id'], string>
}

/** Makes messages of documents as they change. Everything is kept once for all who begin. */
export const createDocumentFeed = (): DocumentFeed => {
  const feed = createFeed()
  let known: ReadonlyMap<LiveDocument['id'], LiveDocument> | undefined
  const toWhole = (): LiveNews | undefined =>
    known && { changed: [...known.values()], gone: [], isWhole: true, left: [] }

  return {
    catchUp: (lastId) => feed.catchUp({ lastId, toWhole }),
    take: ({ changed, ids, left }) => {
      const before = known
      const fresh = new Map(changed.map((document) => [document.id, document]))
      // One that went away between the two questions of a look is not there.
      known = new Map(
        ids.flatMap((id) => {
          const document = fresh.get(id) ?? before?.get(id)
          return document ? [[id, document] as const] : []
        }),
      )
      if (!before) {
        return feed.tell(toWhole()!)
      }
      const stays = new Set([...known.keys(), ...left.map(({ id }) => id)])
      const gone = [...before.keys()].filter((id) => !stays.has(id))
      return changed.length + gone.length + left.length === 0
        ? undefined
        : feed.tell({
            changed: [...changed],
            gone,
            isWhole: false,
            left: [...left],
          } satisfies LiveNews)
    },
    versions: () => new Map([...(known ?? [])].map(([id, { updatedAt }]) => [id, updatedAt ?? ''])),
  }
}
