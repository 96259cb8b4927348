import type { LiveDocument, LiveNews } from '../shared/live/LiveNews.js'

/** What a page shows of a live stream. */
export type LiveState<TDocument extends LiveDocument> = {
  documents: readonly TDocument[]
  /** Ids of documents that came by the stream, and not with the page. */
  streamed: ReadonlySet<TDocument['id']>
}

type ApplyLiveNewsArgs<TDocument extends LiveDocument> = {
  /** Which documents are shown; `undefined` for those that are shown already. */
  includes: ((document: TDocument) => boolean) | undefined
  news: LiveNews<TDocument>
  state: LiveState<TDocument>
}

/**
 * What is shown after some news. A document is only replaced by one that is as new; the page may
 * have been made after the news were. What the stream tells everything of, and does not name any
 * more, stays where it came with the page, and goes where it came by the stream.
 */
export const applyLiveNews = <TDocument extends LiveDocument>({
  includes,
  news: { changed, gone, isWhole, left },
  state: { documents, streamed },
}: ApplyLiveNewsArgs<TDocument>): LiveState<TDocument> => {
  const told = new Map([...changed, ...left].map((document) => [document.id, document]))
  const isGone = new Set(gone)
  const shown = documents
    .filter(({ id }) => !isGone.has(id) && !(isWhole && streamed.has(id) && !told.has(id)))
    .map((document) => toNewer({ document, told: told.get(document.id) }))
  const known = new Set(documents.map(({ id }) => id))
  const added = includes ? changed.filter(({ id }) => !known.has(id)) : []
  const next = [...shown, ...added].filter((document) => includes?.(document) ?? true)
  return {
    documents: next,
    streamed: new Set(
      [...streamed, ...added.map(({ id }) => id)].filter((id) =>
        next.some((document) => document.id === id),
      ),
    ),
  }
}

type ToNewerArgs<TDocument> = { document: TDocument; told: TDocument | undefined }

/** Moments as Payload writes them can be compared as text. */
const toNewer = <TDocument extends LiveDocument>({
  document,
  told,
}: ToNewerArgs<TDocument>): TDocument =>
  told && (document.updatedAt ?? '') <= (told.updatedAt ?? '') ? told : document
