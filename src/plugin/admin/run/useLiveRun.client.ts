'use client'

import { useRouter } from 'next/navigation.js'
import { useCallback, useEffect, useState } from 'react'

import type { Run } from '../../../sync/run/Run.js'
import type { RunNews } from '../../../sync/runtime/watchRuns.js'

import { isActive } from '../../../sync/run/RunStatus.js'
import { useRunNews } from '../parts/client/useRunNews.client.js'

type UseLiveRunArgs = {
  /** As the server drew the page. */
  run: Run
}

type LiveRun = { refresh: () => void; run: Run }

/** How often the page is drawn anew while its run is at work. */
const REFRESH_MS = 3000

/** A run as it is now; what else is on its page is read anew every few seconds until it has ended. */
export const useLiveRun = ({ run: drawn }: UseLiveRunArgs): LiveRun => {
  const router = useRouter()
  const [news, setNews] = useState<null | Run>(null)
  const run = news && isNewer({ drawn, news }) ? news : drawn
  const isLive = isActive(run)
  const refresh = useCallback(() => router.refresh(), [router])

  useRunNews({
    isOn: isLive,
    onNews: useCallback(
      ({ activeRuns, endedRuns }: RunNews) =>
        setNews([...activeRuns, ...endedRuns].find(({ id }) => id === drawn.id) ?? null),
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

type IsNewerArgs = { drawn: Run; news: Run }

/** Both may come late; the one with more behind it is the newer one. */
const isNewer = ({ drawn, news }: IsNewerArgs): boolean =>
  isActive(drawn)
    ? news.attempt >= drawn.attempt && news.counts.fetched >= drawn.counts.fetched
    : false
