'use client'

import type { ReactElement } from 'react'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { Run } from '../../../../sync/run/Run.js'

import { SYNC_API_PATHS } from '../../syncPaths.js'
import { postToSync } from '../client/postToSync.js'
import { useHydrated } from '../client/useHydrated.client.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { useSyncURL } from '../client/useSyncURL.client.js'

type RunActionProps = {
  action: 'cancel' | 'retry'
  onAnswer: () => void
  run: Pick<Run, 'id' | 'mode' | 'provider' | 'resource'>
}

/** A button that ends a run, or queues it again. */
export const RunAction = ({ action, onAnswer, run }: RunActionProps): ReactElement => {
  const { language, names, t } = usePluginTranslation()
  // A click before the browser has taken the page over would be lost.
  const isHydrated = useHydrated()
  const [isSending, setIsSending] = useState(false)
  const url = useSyncURL(`${SYNC_API_PATHS.logs}/${run.id}/${action}`)

  const send = (): void => {
    setIsSending(true)
    void postToSync({ language, url })
      .then(({ isAccepted, message }) => {
        if (!isAccepted) {
          toast.error(message || t('view:actionFailed'))
        }
      })
      .catch(() => toast.error(t('view:actionFailed')))
      .finally(() => {
        setIsSending(false)
        onAnswer()
      })
  }

  return (
    <Button
      aria-label={`${t(`view:${action}`)}: ${names.work(run)}`}
      buttonStyle="secondary"
      disabled={isSending || !isHydrated}
      margin={false}
      onClick={send}
      size="small"
    >
      {t(`view:${action}`)}
    </Button>
  )
}
