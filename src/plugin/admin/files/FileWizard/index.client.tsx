'use client'

import type { ReactElement } from 'react'

import { Banner, ShimmerEffect } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import type { TranslationKey } from '../../../translations/TranslationKey.js'
import type { SyncRefusal } from '../../parts/client/askSync.js'

import { FILE_FAULTS } from '../../../../shared/errors/refused/FileFault.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { FileChooser } from '../FileChooser/index.client.js'
import { FileUpload } from '../FileUpload/index.client.js'
import { Findings } from '../Findings/index.client.js'
import { ImportResult } from '../ImportResult/index.client.js'
import { useFiles } from '../useFiles.client.js'

export type FileWizardProps = {
  connection: string
  /** Of the provider, as people read it. */
  label: string
  logsSlug: string
  provider: string
  readOnly?: boolean
}

const STEPS = ['file', 'check', 'result'] as const

/** Takes a file, shows what is in it, imports it, and says what came of it. */
export const FileWizard = ({
  connection,
  label,
  logsSlug,
  provider,
  readOnly = false,
}: FileWizardProps): ReactElement => {
  const { t } = usePluginTranslation()
  const { cancel, discard, files, importIt, isBusy, isLoading, problem, runs, upload, uploading } =
    useFiles({ connection, provider })
  const panel = useRef<HTMLDivElement>(null)
  const [current, ...older] = files
  const isToCheck = current?.status === 'waiting'
  const step = current === undefined || uploading ? 'file' : isToCheck ? 'check' : 'result'

  // The button that was pressed may be gone: whoever works by the keyboard goes on from here.
  useEffect(() => {
    if (!isBusy && !isLoading && document.activeElement === document.body) {
      panel.current?.focus({ preventScroll: true })
    }
  }, [isBusy, isLoading])

  return (
    <div className="sync-files">
      <ol className="sync-files__steps">
        {STEPS.map((name) => (
          <li
            aria-current={name === step ? 'step' : undefined}
            className={
              STEPS.indexOf(name) < STEPS.indexOf(step)
                ? 'sync-files__step sync-files__step--done'
                : 'sync-files__step'
            }
            key={name}
          >
            {t(`files:steps:${name}`)}
          </li>
        ))}
      </ol>
      <div
        aria-label={t(`files:steps:${step}`)}
        className="sync-files__panel"
        ref={panel}
        role="group"
        tabIndex={-1}
      >
        <div aria-live="polite" className="sync-files__state">
          {problem ? <Problem problem={problem} /> : null}
        </div>
        {isLoading ? <ShimmerEffect height="8rem" /> : null}
        {uploading ? <FileUpload onCancel={cancel} uploading={uploading} /> : null}
        {step === 'check' && current ? (
          <Findings
            file={current}
            isBusy={isBusy}
            older={older}
            onDiscard={() => discard(current.id)}
            onImport={() => importIt(current.id)}
            readOnly={readOnly}
          />
        ) : null}
        {step === 'result' && current ? (
          <ImportResult
            file={current}
            isBusy={isBusy}
            logsSlug={logsSlug}
            onAgain={readOnly ? undefined : () => importIt(current.id)}
            runs={runs}
          />
        ) : null}
        {readOnly || isLoading || isToCheck || uploading ? null : (
          <FileChooser
            isBusy={isBusy}
            isFirst={current === undefined}
            label={label}
            onChoose={upload}
          />
        )}
      </div>
    </div>
  )
}

/** What cannot be read, by its name, and what helps. */
const Problem = ({ problem: { fault, message } }: { problem: SyncRefusal }): ReactElement => {
  const { t } = usePluginTranslation()
  const known = FILE_FAULTS.find((name) => name === fault)
  return (
    <Banner type="error">
      <span>
        <strong>{message}</strong>{' '}
        {known ? t(`files:advice:${known}` satisfies TranslationKey) : null}
      </span>
    </Banner>
  )
}
