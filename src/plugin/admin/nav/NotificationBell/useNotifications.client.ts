'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { ShownNotification } from '../NotificationItem/index.client.js'

import { POLLING_HEADER } from '../../../../shared/POLLING_HEADER.js'
import { postToSync } from '../../parts/client/postToSync.js'
import { useIsVisible } from '../../parts/client/useIsVisible.client.js'
import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

type Answer = { docs: ShownNotification[]; unread: number }

type Notifications = {
  /** Whether the newest try to read them failed. */
  hasFailed: boolean
  /** Notes that these were read. @default all */
  markRead: (ids?: readonly ShownNotification['id'][]) => void
  now: number
  refresh: () => void
} & Answer

/** Where events do not come through, it is asked this often. */
const POLL_MS = 60_000

/**
 * What the user was told, kept up to date by events that say when there is something new, while
 * somebody sees the tab.
 */
export const useNotifications = (): Notifications => {
  const { language } = usePluginTranslation()
  const url = useSyncURL(SYNC_API_PATHS.notifications)
  const isVisible = useIsVisible()
  const [{ hasFailed, ...answer }, setState] = useState<{ hasFailed: boolean } & Answer>({
    docs: [],
    hasFailed: false,
    unread: 0,
  })
  const [startedAt] = useState(() => Date.now())
  const now = useNow({ initialNow: startedAt, intervalMs: isVisible ? POLL_MS : null })
  const current = useRef<AbortController>(null)

  const refresh = useCallback(() => {
    current.current?.abort()
    const request = new AbortController()
    current.current = request
    const { signal } = request
    read({ language, signal, url }).then(
      (next) => setState({ ...next, hasFailed: false }),
      () => {
        // A newer question has taken over, or the page is gone.
        if (!signal.aborted) {
          setState((last) => ({ ...last, hasFailed: true }))
        }
      },
    )
  }, [language, url])

  useEffect(() => {
    if (!isVisible) {
      return
    }
    refresh()
    const source = new EventSource(`${url}/stream`, { withCredentials: true })
    source.addEventListener('notifications', refresh)
    const timer = setInterval(refresh, POLL_MS)

    return () => {
      source.close()
      clearInterval(timer)
      current.current?.abort()
    }
  }, [isVisible, refresh, url])

  const markRead = useCallback(
    (ids?: readonly ShownNotification['id'][]) => {
      void postToSync({ body: ids ? { ids } : {}, language, url: `${url}/read` })
        .catch(() => undefined)
        .then(refresh)
    },
    [language, refresh, url],
  )

  return { ...answer, hasFailed, markRead, now, refresh }
}

type ReadArgs = { language: string; signal: AbortSignal; url: string }

const read = async ({ language, signal, url }: ReadArgs): Promise<Answer> => {
  const response = await fetch(url, {
    cache: 'no-store',
    credentials: 'include',
    headers: { Accept: 'application/json', 'Accept-Language': language, [POLLING_HEADER]: '1' },
    signal,
  })
  if (!response.ok) {
    throw new Error(`The notifications answered ${response.status}`)
  }
  return (await response.json()) as Answer
}
