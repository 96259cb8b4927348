'use client'

import { useRouter } from 'next/navigation.js'
import { useCallback, useEffect, useState } from 'react'

import type { Run } from '../../../sync/run/Run.js'
import type { RunUpdates } from '../../../sync/run/RunUpdates.js'

import { isActive } from '../../../sync/run/RunStatus.js'
import { useRunUpdates } from '../parts/client/useRunUpdates.client.js'

type UseLiveRunArgs = {
  /** As the server drew the page. */
  run: Run
}

type LiveRun = { refresh: () => void; run: Run }

/** How often the page is drawn anew while its run is at work. */
const REFRESH_MS = 3000

/**
 * A run as it is now; what else is on its page is read anew every few seconds until it has ended.
 */
export const useLiveRun = ({ run: drawn }: UseLiveRunArgs): LiveRun => {
  const router = useRouter()
  const [update, setUpdate] = useState<null | Run>(null)
  const run = update && isNewer({ drawn, update }) ? update : drawn
  const isLive = isActive(run)
  const refresh = useCallback(() => router.refresh(), [router])

  useRunUpdates({
    isOn: isLive,
    onUpdates: useCallback(
      ({ activeRuns, endedRuns }: RunUpdates) =>
        setUpdate([...activeRuns, ...endedRuns].find(({ id }) => id === drawn.id) ?? null),
      [drawn.id],
    ),
  })

  useEffect(() => {
    if (!isLive) {
      return
    }
    const timer = setInterval(refresh, REFRESH_MS)

    return () => {
      clearInterval(timer)
      // The last word of a run is on the page at once.
      refresh()
    }
  }, [isLive, refresh])

  return { refresh, run }
}

type IsNewerArgs = { drawn: Run; update: Run }

/** Both may come late; the one with more behind it is the newer one. */
const isNewer = ({ drawn, update }: IsNewerArgs): boolean =>
  isActive(drawn)
    ? update.attempt >= drawn.attempt && update.counts.fetched >= drawn.counts.fetched
    : false
