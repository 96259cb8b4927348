'use client'

import type { ReactElement } from 'react'

import { Banner, Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'

import type { ConnectionPartProps } from '../ConnectionForm/index.client.js'

import { postToSync } from '../../parts/client/postToSync.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../../syncPaths.js'
import { ConnectionFiles } from '../ConnectionFiles/index.client.js'
import { useConnectionForm } from '../useConnectionForm.client.js'

type Verdict = { isWorking: boolean; message: string }

type Noted = { deactivatedReason?: string; lastError?: string }

/** What is wrong with a saved connection, and a button that tries it. */
const ConnectionCheck = ({
  forms,
  logsSlug,
  readOnly = false,
}: ConnectionPartProps): null | ReactElement => {
  const { id, savedDocumentData } = useDocumentInfo()
  const form = useConnectionForm(forms)
  const { language, t } = usePluginTranslation()
  const url = useSyncURL(`${SYNC_API_PATHS.connections}/${id}/test`)
  const isModified = useFormModified()
  const [isTesting, setIsTesting] = useState(false)
  const [verdict, setVerdict] = useState<null | Verdict>(null)
  const files = form?.readsFiles ? (
    <ConnectionFiles label={form.label} logsSlug={logsSlug} readOnly={readOnly} />
  ) : null
  if (id === undefined) {
    return files
  }
  const { deactivatedReason, lastError } = (savedDocumentData ?? {}) as Noted

  const test = (): void => {
    setIsTesting(true)
    setVerdict(null)
    void postToSync<{ success?: boolean }>({ language, url })
      .then(({ answer, message }) =>
        setVerdict({
          isWorking: answer?.success === true,
          message: message || t('view:actionFailed'),
        }),
      )
      .catch(() => setVerdict({ isWorking: false, message: t('view:actionFailed') }))
      .finally(() => setIsTesting(false))
  }

  return (
    <section className="sync-connection">
      {deactivatedReason ? (
        <Banner type="error">
          {t('options:connectionStatus:deactivated')}: {deactivatedReason}
        </Banner>
      ) : null}
      {lastError && lastError !== deactivatedReason ? (
        <p>
          {t('fields:lastError')}: {lastError}
        </p>
      ) : null}
      {files ?? (
        <div className="sync-connection__row">
          <Button
            buttonStyle="secondary"
            disabled={isTesting || isModified}
            margin={false}
            onClick={test}
            size="small"
          >
            {t(isTesting ? 'connections:testing' : 'connections:test')}
          </Button>
          {isModified ? <span>{t('connections:saveFirst')}</span> : null}
        </div>
      )}
      <div aria-live="polite">
        {verdict ? (
          <Banner type={verdict.isWorking ? 'success' : 'error'}>{verdict.message}</Banner>
        ) : null}
      </div>
    </section>
  )
}

export default ConnectionCheck
