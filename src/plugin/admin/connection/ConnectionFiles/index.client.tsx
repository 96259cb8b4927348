'use client'

import type { ReactElement } from 'react'

import { useDocumentInfo } from '@payloadcms/ui'

import { FileWizard } from '../../files/FileWizard/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import '../../files/FileWizard/index.css'
import '../../parts/RunCounts/index.css'

type ConnectionFilesProps = {
  /** Of the provider, as people read it. */
  label: string
  logsSlug: string
  readOnly: boolean
}

/** The part of a connection's form by which files are brought for it. */
export const ConnectionFiles = ({
  label,
  logsSlug,
  readOnly,
}: ConnectionFilesProps): ReactElement => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { t } = usePluginTranslation()
  const { name, provider } = (savedDocumentData ?? {}) as { name?: string; provider?: string }

  return (
    <section aria-label={t('files:title')} className="sync-connection">
      <h3 className="sync-connection__title">{t('files:title')}</h3>
      {/* The form of a new one is left as soon as it is saved, and what goes on in it is lost. */}
      {id === undefined || name === undefined || provider === undefined ? (
        <p>{t('files:saveFirst')}</p>
      ) : (
        <FileWizard
          connection={name}
          key={name}
          label={label}
          logsSlug={logsSlug}
          provider={provider}
          readOnly={readOnly}
        />
      )}
    </section>
  )
}
