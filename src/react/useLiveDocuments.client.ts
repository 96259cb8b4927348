'use client'

import { useEffect, useMemo, useRef, useState } from 'react'

import type { LiveDocument } from '../shared/live/LiveNews.js'
import type { LiveState } from './applyLiveNews.js'
import type { Wait } from './followDocuments.js'

import { applyLiveNews } from './applyLiveNews.js'
import { followDocuments } from './followDocuments.js'

/** What `useLiveDocuments` is given. */
export type UseLiveDocumentsArgs<TDocument extends LiveDocument> = {
  /** Where Payload's API is: a path, or an address on another host. @default '/api' */
  api?: string
  /** Slug of the collection, which `live.collections` of the plugin's options names. */
  collection: string
  /**
   * Which documents are shown. A document that does not belong any more is taken away, and a new one
   * that does is added.
   *
   * @default those of `initial`; all of the stream, where there is no `initial`
   */
  includes?: (document: TDocument) => boolean
  /** What the page was made with. It is shown until the stream knows better. */
  initial?: readonly TDocument[]
  /** @default as they came, new ones last */
  sort?: (a: TDocument, b: TDocument) => number
}

/** What `useLiveDocuments` returns. */
export type LiveDocuments<TDocument> = {
  documents: TDocument[]
  /** Whether changes come in. While they do not, the documents may be old. */
  isConnected: boolean
}

const all = (): boolean => true

/**
 * Documents of a collection as they change, without loading the page again. It connects again by
 * itself, at once when the browser is back online or the page is looked at again.
 */
export const useLiveDocuments = <TDocument extends LiveDocument>({
  api = '/api',
  collection,
  includes,
  initial,
  sort,
}: UseLiveDocumentsArgs<TDocument>): LiveDocuments<TDocument> => {
  const [state, setState] = useState<LiveState<TDocument>>({
    documents: initial ?? [],
    streamed: new Set(),
  })
  const [isConnected, setIsConnected] = useState(false)
  const isIncluded = useRef<((document: TDocument) => boolean) | undefined>(undefined)
  useEffect(() => {
    isIncluded.current = includes ?? (initial === undefined ? all : undefined)
  })

  useEffect(() => {
    const stopped = new AbortController()
    void followDocuments<TDocument>({
      onNews: (news) =>
        setState((current) =>
          applyLiveNews({ includes: isIncluded.current, news, state: current }),
        ),
      onState: setIsConnected,
      signal: stopped.signal,
      url: `${api.replace(/\/$/, '')}/sync/live/${encodeURIComponent(collection)}`,
      wait: waitUntilSeen,
    })
    return () => stopped.abort()
  }, [api, collection])

  const documents = useMemo(
    () => (sort ? [...state.documents].sort(sort) : [...state.documents]),
    [sort, state.documents],
  )
  return { documents, isConnected }
}

/** Waits, but not when the network is there again, or somebody looks at the page again. */
const waitUntilSeen: Wait = ({ ms, signal }) =>
  new Promise((resolve) => {
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') {
        done()
      }
    }
    const done = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      document.removeEventListener('visibilitychange', onVisible)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
    document.addEventListener('visibilitychange', onVisible)
    signal.addEventListener('abort', done)
  })
