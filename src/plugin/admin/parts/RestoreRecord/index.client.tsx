'use client'

import type { ReactElement } from 'react'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { SYNC_API_PATHS } from '../../syncPaths.js'
import { postToSync } from '../client/postToSync.js'
import { useHydrated } from '../client/useHydrated.client.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { useSyncURL } from '../client/useSyncURL.client.js'

type RestoreRecordProps = {
  externalId: string
  /** What is restored, for who hears the button only. @default the external id */
  name?: string
  onRestored?: () => void
  provider: string
  resource: string
}

/** A button that brings back a document that was deleted here. */
export const RestoreRecord = ({
  name,
  externalId,
  onRestored,
  provider,
  resource,
}: RestoreRecordProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const router = useRouter()
  const isHydrated = useHydrated()
  const [isSending, setIsSending] = useState(false)
  const url = useSyncURL(`${SYNC_API_PATHS.records}/restore`)

  const restore = (): void => {
    setIsSending(true)
    void postToSync({ body: { externalId, provider, resource }, language, url })
      .then(({ isAccepted, message }) => {
        if (!isAccepted) {
          toast.error(message || t('view:actionFailed'))
          return
        }
        toast.success(t('deleted:restored'))
        onRestored?.()
        router.refresh()
      })
      .catch(() => toast.error(t('view:actionFailed')))
      .finally(() => setIsSending(false))
  }

  return (
    <Button
      aria-label={`${t('deleted:restore')}: ${name ?? externalId}`}
      buttonStyle="secondary"
      disabled={isSending || !isHydrated}
      margin={false}
      onClick={restore}
      size="small"
      type="button"
    >
      {t('deleted:restore')}
    </Button>
  )
}
