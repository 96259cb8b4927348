'use client'

import { useEffect, useState } from 'react'

import type { History, HistoryPeriod } from '../../../../sync/operations/runs/getHistory.js'
import type { Run } from '../../../../sync/run/Run.js'

import { POLLING_HEADER } from '../../../../shared/POLLING_HEADER.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

type UseHistoryArgs = { newestRun: Run['id'] | undefined; period: HistoryPeriod }

type UseHistoryResult = { hasFailed: boolean; history: History | null }

/** The history of a period, read again when a run has ended. The last one stays until then. */
export const useHistory = ({ newestRun, period }: UseHistoryArgs): UseHistoryResult => {
  const url = useSyncURL(`${SYNC_API_PATHS.history}?window=${period}`)
  const [result, setResult] = useState<UseHistoryResult>({ hasFailed: false, history: null })

  useEffect(() => {
    const request = new AbortController()
    readHistory({ signal: request.signal, url })
      .then((history) => setResult({ hasFailed: false, history }))
      .catch(() => {
        if (!request.signal.aborted) {
          setResult((last) => ({ ...last, hasFailed: true }))
        }
      })

    return () => request.abort()
  }, [newestRun, url])

  return result
}

type ReadHistoryArgs = { signal: AbortSignal; url: string }

const readHistory = async ({ signal, url }: ReadHistoryArgs): Promise<History> => {
  const response = await fetch(url, {
    cache: 'no-store',
    credentials: 'include',
    headers: { [POLLING_HEADER]: '1' },
    signal,
  })
  if (!response.ok) {
    throw new Error(`The history answered ${response.status}`)
  }
  return (await response.json()) as History
}
