'use client'

import type { ReactElement } from 'react'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { ProviderStatus } from '../../../../../sync/operations/status/SyncStatus.js'

import { postToSync } from '../../../parts/client/postToSync.js'
import { useHydrated } from '../../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../../syncPaths.js'

type ResetProviderProps = {
  onAnswer: () => void
  provider: Pick<ProviderStatus, 'label' | 'name'>
}

/** Why a provider that is held back need not be, and the button that says so. */
export const ResetProvider = ({
  onAnswer,
  provider: { name, label },
}: ResetProviderProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  // A click before the browser has taken the page over would be lost.
  const isHydrated = useHydrated()
  const [isSending, setIsSending] = useState(false)
  const url = useSyncURL(`${SYNC_API_PATHS.providers}/${encodeURIComponent(name)}/reset`)
  const hintId = `sync-view-reset-${name}`

  const send = (): void => {
    setIsSending(true)
    void postToSync({ language, url })
      .then(({ isAccepted, message }) => {
        if (isAccepted) {
          toast.success(t('view:askAgainDone', { provider: label }))
        } else {
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
    <div className="sync-view__reset">
      <Button
        aria-describedby={hintId}
        aria-label={`${t('view:askAgain')}: ${label}`}
        buttonStyle="secondary"
        disabled={isSending || !isHydrated}
        margin={false}
        onClick={send}
        size="small"
      >
        {t('view:askAgain')}
      </Button>
      <span className="sync-view__muted" id={hintId}>
        {t('view:askAgainHint', { provider: label })}
      </span>
    </div>
  )
}
