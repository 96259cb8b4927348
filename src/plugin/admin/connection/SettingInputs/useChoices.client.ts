'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

/** One value of a setting that the provider has. */
export type Choice = { label: string; value: unknown }

type Answer = {
  choices?: Record<string, Choice[]>
  errors?: { message?: string }[]
}

type Offer = {
  /** By setting; of one that is not here anything may be typed. */
  choices: Record<string, Choice[]>
  /** Until the provider has answered for the first time. */
  isLoading: boolean
  /** Why there are none; empty when nobody knows, `undefined` when all is well. */
  problem?: string
}

type UseChoicesArgs = { isAsked: boolean; language: string }

const NOTHING: Offer = { choices: {}, isLoading: false }

/** What the provider offers for the settings of a saved connection, asked anew after each save. */
export const useChoices = ({ isAsked, language }: UseChoicesArgs): Offer => {
  const { id, lastUpdateTime } = useDocumentInfo()
  const url = useSyncURL(`${SYNC_API_PATHS.connections}/${id}/choices`)
  const isPossible = isAsked && id !== undefined
  const [offer, setOffer] = useState<Offer>({ ...NOTHING, isLoading: isPossible })

  useEffect(() => {
    if (!isPossible) {
      return
    }
    const asking = new AbortController()
    const ask = async (): Promise<void> => {
      const response = await fetch(url, {
        credentials: 'include',
        headers: { 'Accept-Language': language },
        signal: asking.signal,
      })
      const { choices = {}, errors = [] } = (await response.json()) as Answer
      const problem = errors.flatMap(({ message }) => message ?? []).join(' ')
      setOffer(response.ok ? { ...NOTHING, choices } : { ...NOTHING, problem })
    }
    ask().catch(() => {
      if (!asking.signal.aborted) {
        setOffer({ ...NOTHING, problem: '' })
      }
    })
    return () => asking.abort()
  }, [isPossible, language, lastUpdateTime, url])

  return offer
}
