'use client'

import { useCallback, useEffect, useState } from 'react'

import type { NamedChoices } from '../../../sync/operations/discover/getChoices.js'

import { askSync } from '../parts/client/askSync.js'
import { postToSync } from '../parts/client/postToSync.js'
import { usePluginTranslation } from '../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../syncPaths.js'

type UseChoicesArgs = {
  provider: string
  /** As the provider names it. */
  what: string
}

type Value = NamedChoices['choices'][number]['value']

type UseChoicesResult = {
  /** Asks the server again. */
  askAgain: () => void
  /** `null` until they came. */
  choices: NamedChoices | null
  /** Why they did not come, in the server's words; empty where it had none. */
  failure: null | string
  /** Saves what is chosen. Answers why it was not, or `null`. */
  save: (values: readonly Value[]) => Promise<null | string>
}

/** What there is to choose from, as the server says. */
export const useChoices = ({ provider, what }: UseChoicesArgs): UseChoicesResult => {
  const { language } = usePluginTranslation()
  const url = useSyncURL(
    `${SYNC_API_PATHS.choices}/${encodeURIComponent(provider)}/${encodeURIComponent(what)}`,
  )
  const [asked, setAsked] = useState(0)
  const [choices, setChoices] = useState<NamedChoices | null>(null)
  const [failure, setFailure] = useState<null | string>(null)

  useEffect(() => {
    const request = new AbortController()
    setFailure(null)
    askSync<NamedChoices>({ language, signal: request.signal, url })
      .then(({ answer, message }) => (answer ? setChoices(answer) : setFailure(message)))
      .catch(() => {
        if (!request.signal.aborted) {
          setFailure('')
        }
      })
    return () => request.abort()
  }, [asked, language, url])

  const save = useCallback(
    async (values: readonly Value[]): Promise<null | string> => {
      const { answer, message } = await postToSync<NamedChoices>({
        body: { values },
        language,
        url,
      })
      if (!answer) {
        return message
      }
      setChoices(answer)
      return null
    },
    [language, url],
  )

  return { askAgain: () => setAsked((times) => times + 1), choices, failure, save }
}
