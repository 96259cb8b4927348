'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useState } from 'react'

import type { SyncMode } from '../../../../sdk/index.js'

import { SYNC_API_PATHS } from '../../syncPaths.js'
import { postToSync } from '../client/postToSync.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { useSyncURL } from '../client/useSyncURL.client.js'

export type TriggerSyncArgs = {
  /** Without it every connection that whoever asks may use. */
  connection?: string
  mode: SyncMode
  provider: string
  /** Without it every resource of the provider. */
  resource?: string
}

export type TriggerSync = (args: TriggerSyncArgs) => void

type UseTriggerSyncArgs = {
  /** Called when the server has answered, whatever it said. */
  onAnswer: () => void
}

type UseTriggerSyncResult = { isSending: boolean; triggerSync: TriggerSync }

/** Asks the server to start a sync and says what came of it. */
export const useTriggerSync = ({ onAnswer }: UseTriggerSyncArgs): UseTriggerSyncResult => {
  const url = useSyncURL(SYNC_API_PATHS.trigger)
  const [isSending, setIsSending] = useState(false)
  const { language, t } = usePluginTranslation()

  const triggerSync: TriggerSync = useCallback(
    (args) => {
      setIsSending(true)
      void postToSync({ body: args, language, url })
        .then(({ isAccepted, message }) => {
          if (isAccepted) {
            toast.success(message || t('view:triggered'))
          } else {
            toast.error(message || t('view:triggerFailed'))
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
