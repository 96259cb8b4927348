'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { SyncStatus } from '../../sync/operations/SyncStatus.js'

import { getActiveRuns } from './getActiveRuns.js'
import { useIsVisible } from './useIsVisible.client.js'
import { useNow } from './useNow.client.js'

type UseSyncStatusArgs = {
  initialNow: number
  initialStatus: SyncStatus
  url: string
}

type LiveStatus = {
  /** Whether the newest try to read the status failed; what is shown is then of `readAt`. */
  hasFailed: boolean
  now: number
  readAt: number
  refresh: () => void
  status: SyncStatus
}

/** While something is queued or running. */
const BUSY_INTERVAL_MS = 1000

const IDLE_INTERVAL_MS = 10_000

/** A server that has not answered by now is as good as gone. */
const TIMEOUT_MS = 15_000

/**
 * The status, read again every second while something happens and every ten otherwise, and not at
 * all while nobody sees the tab. One request at a time: the next one waits for the last to end.
 */
export const useSyncStatus = ({
  initialNow,
  initialStatus,
  url,
}: UseSyncStatusArgs): LiveStatus => {
  const [snapshot, setSnapshot] = useState({
    hasFailed: false,
    readAt: initialNow,
    skewMs: 0,
    status: initialStatus,
  })
  const current = useRef<AbortController>(null)
  const isVisible = useIsVisible()
  const wasVisible = useRef(isVisible)
  const { hasFailed, readAt, skewMs, status } = snapshot
  const isBusy = !hasFailed && getActiveRuns(status).length > 0
  const intervalMs = isBusy ? BUSY_INTERVAL_MS : IDLE_INTERVAL_MS
  const now = useNow({ initialNow, intervalMs: isVisible ? intervalMs : null, skewMs })

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
    setSnapshot((last) => (answer ? { ...answer, hasFailed: false } : { ...last, hasFailed: true }))
  }, [url])

  // Every answer, good or bad, is a new snapshot and starts the wait for the next one.
  useEffect(() => {
    if (!isVisible) {
      wasVisible.current = false
      return
    }
    const waitMs = wasVisible.current ? intervalMs : 0
    wasVisible.current = true
    const timer = setTimeout(() => void refresh(), waitMs)

    return () => clearTimeout(timer)
  }, [intervalMs, isVisible, refresh, snapshot])

  useEffect(
    () => () => {
      current.current?.abort()
      current.current = null
    },
    [],
  )

  return { hasFailed, now, readAt, refresh: useCallback(() => void refresh(), [refresh]), status }
}

type ReadStatusArgs = { signal: AbortSignal; url: string }

const readStatus = async ({ signal, url }: ReadStatusArgs) => {
  const response = await fetch(url, {
    cache: 'no-store',
    credentials: 'include',
    headers: { Accept: 'application/json' },
    signal,
  })
  if (!response.ok) {
    throw new Error(`The status answered ${response.status}`)
  }
  const status = (await response.json()) as SyncStatus
  const clientNow = Date.now()
  // Ages are told by the clock that wrote the times. A server elsewhere may hide its Date header.
  const serverNow = Date.parse(response.headers.get('date') ?? '')

  return {
    readAt: Number.isNaN(serverNow) ? clientNow : serverNow,
    skewMs: Number.isNaN(serverNow) ? 0 : toSkew(serverNow - clientNow),
    status,
  }
}

/** The header tells whole seconds: a small difference is none, and ages would only jump. */
const toSkew = (differenceMs: number): number => (Math.abs(differenceMs) < 3000 ? 0 : differenceMs)
