'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { SyncStatus } from '../../../../sync/operations/status/SyncStatus.js'
import type { RunUpdates } from '../../../../sync/run/RunUpdates.js'

import { POLLING_HEADER } from '../../../../shared/POLLING_HEADER.js'
import { useIsVisible } from '../../parts/client/useIsVisible.client.js'
import { useNow } from '../../parts/client/useNow.client.js'
import { useRunUpdates } from '../../parts/client/useRunUpdates.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import { hasTurn, mergeUpdates } from './mergeUpdates.js'

type UseSyncStatusArgs = { initialStatus: SyncStatus }

type LiveStatus = {
  /** Whether the newest try to read the status failed; what is shown is then of `readAt`. */
  hasFailed: boolean
  now: number
  readAt: number
  refresh: () => void
  status: SyncStatus
}

/** With events only what they do not tell is asked for: health, freshness, counts. */
const STREAMING_INTERVAL_MS = 15_000

/** Without them, while something is queued or running. */
const BUSY_INTERVAL_MS = 1000

const IDLE_INTERVAL_MS = 10_000

/** A server that has not answered by now is as good as gone. */
const TIMEOUT_MS = 15_000

/** After something began or ended; more of it may follow at once. */
const TURN_DELAY_MS = 400

/**
 * The status, kept up to date by events, and by asking again: every 15 seconds beside the events,
 * every second or ten where they do not come, at once when a run began or ended, and not at all
 * while nobody sees the tab. One request at a time: the next one waits for the last to end.
 */
export const useSyncStatus = ({ initialStatus }: UseSyncStatusArgs): LiveStatus => {
  const initialNow = Date.parse(initialStatus.now)
  const url = useSyncURL(SYNC_API_PATHS.status)
  const [snapshot, setSnapshot] = useState({
    asked: 0,
    hasFailed: false,
    hasTurned: false,
    skewMs: 0,
    status: initialStatus,
  })
  const current = useRef<AbortController>(null)
  const isVisible = useIsVisible()
  const wasVisible = useRef(isVisible)
  const { asked, hasFailed, hasTurned, skewMs, status } = snapshot

  const isStreaming = useRunUpdates({
    onUpdates: useCallback(
      (updates: RunUpdates) =>
        setSnapshot((last) => ({
          ...last,
          hasFailed: false,
          hasTurned: last.hasTurned || hasTurn({ status: last.status, updates }),
          skewMs: toSkew(updates.now),
          status: mergeUpdates({ status: last.status, updates }),
        })),
      [],
    ),
  })
  const isBusy = !hasFailed && status.activeRuns.length > 0
  const pollMs = isBusy ? BUSY_INTERVAL_MS : IDLE_INTERVAL_MS
  const intervalMs = hasTurned ? TURN_DELAY_MS : isStreaming ? STREAMING_INTERVAL_MS : pollMs
  const now = useNow({
    initialNow,
    intervalMs: isVisible ? (isBusy ? BUSY_INTERVAL_MS : IDLE_INTERVAL_MS) : null,
    skewMs,
  })

  const refresh = useCallback(async () => {
    current.current?.abort()
    const request = new AbortController()
    current.current = request
    const timeout = setTimeout(() => request.abort(), TIMEOUT_MS)

    const answer = await readStatus({ signal: request.signal, url }).catch(() => null)
    clearTimeout(timeout)
    // A newer request has taken over, or the view is gone.
    if (current.current !== request) {
      return
    }
    setSnapshot((last) => ({
      ...last,
      ...(answer ? { skewMs: toSkew(answer.now), status: answer } : {}),
      asked: last.asked + 1,
      hasFailed: !answer,
      hasTurned: false,
    }))
  }, [url])

  // Every answer, good or bad, starts the wait for the next one.
  useEffect(() => {
    if (!isVisible) {
      wasVisible.current = false
      return
    }
    const waitMs = wasVisible.current ? intervalMs : 0
    wasVisible.current = true
    const timer = setTimeout(() => void refresh(), waitMs)

    return () => clearTimeout(timer)
  }, [asked, intervalMs, isVisible, refresh])

  useEffect(
    () => () => {
      current.current?.abort()
      current.current = null
    },
    [],
  )

  return {
    hasFailed,
    now,
    readAt: Date.parse(status.now),
    refresh: useCallback(() => void refresh(), [refresh]),
    status,
  }
}

type ReadStatusArgs = { signal: AbortSignal; url: string }

const readStatus = async ({ signal, url }: ReadStatusArgs): Promise<SyncStatus> => {
  const response = await fetch(url, {
    cache: 'no-store',
    credentials: 'include',
    headers: { Accept: 'application/json', [POLLING_HEADER]: '1' },
    signal,
  })
  if (!response.ok) {
    throw new Error(`The status answered ${response.status}`)
  }
  return (await response.json()) as SyncStatus
}

/** How far the server's clock is ahead. A small difference is none, and ages would only jump. */
const toSkew = (serverNow: string): number => {
  const differenceMs = Date.parse(serverNow) - Date.now()
  return Math.abs(differenceMs) < 3000 ? 0 : differenceMs
}
