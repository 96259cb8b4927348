'use client'

import type { ReactElement } from 'react'

import { Button } from '@payloadcms/ui'

import type { Uploading } from '../useFiles.client.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type FileUploadProps = { onCancel: () => void; uploading: Uploading }

/** How much of a file was sent, and that the server looks at it afterwards. */
export const FileUpload = ({
  onCancel,
  uploading: { name, share },
}: FileUploadProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const isSent = share >= 1
  const text = t(isSent ? 'files:looking' : 'files:uploading', { name })
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 0, style: 'percent' })

  return (
    <div className="sync-files__drop">
      <p aria-live="polite">{text}</p>
      <div className="sync-files__row">
        {/* Without a value while nobody knows how long it takes. */}
        <progress
          aria-label={text}
          className="sync-files__progress"
          {...(!isSent && { max: 1, value: share })}
        />
        {isSent ? null : <span className="sync-files__note">{percent.format(share)}</span>}
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="small">
          {t('view:cancel')}
        </Button>
      </div>
    </div>
  )
}
