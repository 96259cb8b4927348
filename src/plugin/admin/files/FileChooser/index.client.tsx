'use client'

import type { ReactElement } from 'react'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type FileChooserProps = {
  isBusy: boolean
  /** Whether nothing was brought before. */
  isFirst: boolean
  /** Of the provider, as people read it. */
  label: string
  onChoose: (file: File) => void
}

/** Where a file is dropped, or chosen with a button. */
export const FileChooser = ({
  isBusy,
  isFirst,
  label,
  onChoose,
}: FileChooserProps): ReactElement => {
  const { t } = usePluginTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)

  return (
    <div
      aria-label={t('files:choose')}
      className={isOver ? 'sync-files__drop sync-files__drop--over' : 'sync-files__drop'}
      onDragLeave={() => setIsOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const [file] = event.dataTransfer.files
        if (file && !isBusy) {
          onChoose(file)
        }
      }}
      role="group"
    >
      <p>{t('files:help', { provider: label })}</p>
      <input
        accept=".zip,.csv,.tsv,.txt,.json,.jsonl"
        aria-label={t('files:choose')}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) {
            onChoose(file)
          }
          // The same file may be chosen again.
          target.value = ''
        }}
        ref={input}
        type="file"
      />
      <div className="sync-files__row">
        <Button
          buttonStyle={isFirst ? 'primary' : 'secondary'}
          disabled={isBusy}
          margin={false}
          onClick={() => input.current?.click()}
          size="small"
        >
          {t(isFirst ? 'files:choose' : 'files:chooseOther')}
        </Button>
        <span className="sync-files__note">{t('files:drop')}</span>
      </div>
      <p className="sync-files__note">{t('files:personal')}</p>
    </div>
  )
}
