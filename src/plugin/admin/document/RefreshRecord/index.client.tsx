'use client'

import type { ReactElement } from 'react'

import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { Refreshed } from '../../../../sync/operations/records/refreshRecord.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'

type RefreshRecordProps = {
  externalId: string
  provider: string
  providerLabel: string
  resource: string
}

/** A button that fetches one record from its provider, and shows the document as it is then. */
export const RefreshRecord = ({
  externalId,
  provider,
  providerLabel,
  resource,
}: RefreshRecordProps): ReactElement => {
  const url = useSyncURL(SYNC_API_PATHS.refresh)
  const { language, t } = usePluginTranslation()
  const router = useRouter()
  const isHydrated = useHydrated()
  const [isSending, setIsSending] = useState(false)
  // What was typed and not saved would be lost with the form that is drawn anew.
  const isModified = useFormModified()

  const refresh = (): void => {
    setIsSending(true)
    void postToSync<Refreshed>({ body: { externalId, provider, resource }, language, url })
      .then(({ answer, isAccepted, message }) => {
        if (!isAccepted || !answer) {
          toast.error(message || t('provenance:refreshFailed'))
          return
        }
        if (answer.outcome === 'deferred') {
          toast.info(t('provenance:deferred'))
          router.refresh()
          return
        }
        if (answer.outcome === 'unchanged') {
          toast.success(t('provenance:unchanged'))
          router.refresh()
          return
        }
        // Payload's form keeps what it was given first; only a new page shows what is stored now.
        window.location.reload()
      })
      .catch(() => toast.error(t('provenance:refreshFailed')))
      .finally(() => setIsSending(false))
  }

  return (
    <Button
      buttonStyle="secondary"
      disabled={isSending || isModified || !isHydrated}
      margin={false}
      onClick={refresh}
      size="small"
    >
      {t('provenance:refresh', { provider: providerLabel })}
    </Button>
  )
}
