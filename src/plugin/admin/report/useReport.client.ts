'use client'

import { useEffect, useRef, useState } from 'react'

import type { SyncReport } from '../../../sync/operations/reports/getReport.js'

import { useSyncURL } from '../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../syncPaths.js'

type UseReportArgs = {
  initialReport: SyncReport
  /** Of the address; the initial report is that of the first one. */
  query: string
}

type UseReportResult = { hasFailed: boolean; isLoading: boolean; report: SyncReport }

/** The report of a time, read again when it is another one. The last one stays until then. */
export const useReport = ({ initialReport, query }: UseReportArgs): UseReportResult => {
  const url = useSyncURL(`${SYNC_API_PATHS.report}?${query}`)
  const first = useRef(url)
  const [shown, setShown] = useState({ hasFailed: false, report: initialReport, url })

  useEffect(() => {
    // The server sent that one with the page.
    if (url === first.current) {
      setShown({ hasFailed: false, report: initialReport, url })
      return
    }
    const request = new AbortController()
    readReport({ signal: request.signal, url })
      .then((report) => setShown({ hasFailed: false, report, url }))
      .catch(() => {
        if (!request.signal.aborted) {
          setShown((last) => ({ ...last, hasFailed: true, url }))
        }
      })
    return () => request.abort()
  }, [initialReport, url])

  return { hasFailed: shown.hasFailed, isLoading: shown.url !== url, report: shown.report }
}

type ReadReportArgs = { signal: AbortSignal; url: string }

const readReport = async ({ signal, url }: ReadReportArgs): Promise<SyncReport> => {
  const response = await fetch(url, { cache: 'no-store', credentials: 'include', signal })
  if (!response.ok) {
    throw new Error(`The report answered ${response.status}`)
  }
  return (await response.json()) as SyncReport
}
