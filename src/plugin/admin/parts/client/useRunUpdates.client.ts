'use client'

import { useEffect, useRef, useState } from 'react'

import type { RunNews, RunUpdates } from '../../../../sync/run/RunUpdates.js'

import { applyNews } from '../../../../sync/run/applyNews.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import { useIsVisible } from './useIsVisible.client.js'
import { useSyncURL } from './useSyncURL.client.js'

type UseRunUpdatesArgs = {
  /** `false` closes the connection. @default true */
  isOn?: boolean
  onUpdates: (updates: RunUpdates) => void
}

/**
 * Follows the runs by server-sent events while somebody sees the tab. Returns whether they come;
 * where a proxy does not let them through, the caller must ask for itself.
 */
export const useRunUpdates = ({ isOn = true, onUpdates }: UseRunUpdatesArgs): boolean => {
  const url = useSyncURL(SYNC_API_PATHS.events)
  const isVisible = useIsVisible()
  const [isStreaming, setIsStreaming] = useState(false)
  const listener = useRef(onUpdates)

  useEffect(() => {
    listener.current = onUpdates
  }, [onUpdates])

  useEffect(() => {
    if (!isOn || !isVisible) {
      return
    }
    // When the browser connects again by itself it says what it was told last.
    let known: RunUpdates | undefined
    const source = new EventSource(url, { withCredentials: true })
    source.addEventListener('runs', ({ data }: MessageEvent<string>) => {
      // Only what has arrived proves that nothing in between holds it back.
      setIsStreaming(true)
      known = applyNews({ known, news: JSON.parse(data) as RunNews })
      if (known) {
        listener.current(known)
      }
    })
    // The browser connects again by itself, unless it was refused.
    source.addEventListener('error', () => setIsStreaming(false))

    return () => {
      source.close()
      setIsStreaming(false)
    }
  }, [isOn, isVisible, url])

  return isStreaming
}
