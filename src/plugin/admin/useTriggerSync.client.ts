'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useState } from 'react'

import type { SyncMode } from '../../sdk/index.js'

import { usePluginTranslation } from './usePluginTranslation.client.js'

export type TriggerSyncArgs = {
  mode: SyncMode
  provider: string
  /** Without it every resource of the provider. */
  resource?: string
}

export type TriggerSync = (args: TriggerSyncArgs) => void

type UseTriggerSyncArgs = {
  /** Called when the server has answered, whatever it said. */
  onAnswer: () => void
  url: string
}

type UseTriggerSyncResult = { isSending: boolean; triggerSync: TriggerSync }

type TriggerAnswer = { errors?: { message?: string }[]; message?: string }

/** Asks the server to start a sync and says what came of it. */
export const useTriggerSync = ({ onAnswer, url }: UseTriggerSyncArgs): UseTriggerSyncResult => {
  const [isSending, setIsSending] = useState(false)
  const { language, t } = usePluginTranslation()

  const triggerSync: TriggerSync = useCallback(
    (args) => {
      setIsSending(true)
      void sendTrigger({ args, language, url })
        .then(({ answer, isAccepted }) => {
          if (isAccepted) {
            toast.success(answer?.message ?? t('view:triggered'))
          } else {
            toast.error(joinErrors(answer) || t('view:triggerFailed'))
          }
        })
        .catch(() => toast.error(t('view:triggerFailed')))
        .finally(() => {
          setIsSending(false)
          onAnswer()
        })
    },
    [language, onAnswer, t, url],
  )

  return { isSending, triggerSync }
}

type SendTriggerArgs = { args: TriggerSyncArgs; language: string; url: string }

const sendTrigger = async ({ args, language, url }: SendTriggerArgs) => {
  const response = await fetch(url, {
    body: JSON.stringify(args),
    credentials: 'include',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language,
      'Content-Type': 'application/json',
      // What tells a person from a script in the run's log.
      'X-Sync-Trigger': 'manual',
    },
    method: 'POST',
  })
  // A proxy in between may answer with a page.
  const answer = (await response.json().catch(() => null)) as null | TriggerAnswer

  return { answer, isAccepted: response.ok }
}

const joinErrors = (answer: null | TriggerAnswer): string =>
  (answer?.errors ?? []).flatMap(({ message }) => message ?? []).join(' ')
