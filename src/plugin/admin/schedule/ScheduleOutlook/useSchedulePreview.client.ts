'use client'

import { useDebounce } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { SchedulePreview } from '../../../../sync/operations/schedules/previewSchedule.js'

import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

const TYPING_MS = 400

/** What the server says of a schedule, with its texts in the reader's language. */
export type PreviewAnswer = {
  conflicts: ({ message: string } & SchedulePreview['conflicts'][number])[]
  description: null | string
} & Omit<SchedulePreview, 'conflicts'>

type UseSchedulePreviewArgs = {
  language: string
  /** The form's values, as JSON; nothing before it can be asked. */
  schedule: string | undefined
}

/** Asks what would come of a schedule, as it is being typed. `null` until there is an answer. */
export const useSchedulePreview = ({
  language,
  schedule,
}: UseSchedulePreviewArgs): null | PreviewAnswer => {
  const url = useSyncURL(SYNC_API_PATHS.schedulePreview)
  const [answer, setAnswer] = useState<null | PreviewAnswer>(null)
  const body = useDebounce(schedule, TYPING_MS)

  useEffect(() => {
    if (body === undefined) {
      return
    }
    const asking = new AbortController()
    const ask = async (): Promise<void> => {
      const response = await fetch(url, {
        body,
        credentials: 'include',
        headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
        method: 'POST',
        signal: asking.signal,
      })
      // A form that is half filled in has no outlook; its fields say what they lack.
      setAnswer(response.ok ? ((await response.json()) as PreviewAnswer) : null)
    }
    ask().catch(() => undefined)
    return () => asking.abort()
  }, [body, language, url])

  return answer
}
