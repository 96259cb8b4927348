'use client'

import type { ReactElement } from 'react'

import { Banner, Button } from '@payloadcms/ui'

import type { StoredFile } from '../../../../sync/operations/files/getFile.js'
import type { Run } from '../../../../sync/run/Run.js'

import { isActive } from '../../../../sync/run/RunStatus.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { ImportedResource } from '../ImportedResource/index.client.js'

type ImportResultProps = {
  file: StoredFile
  isBusy: boolean
  logsSlug: string
  onAgain: (() => void) | undefined
  runs: readonly Run[]
}

/** How far an import is, what came of it, and where its documents are. */
export const ImportResult = ({
  file,
  isBusy,
  logsSlug,
  onAgain,
  runs,
}: ImportResultProps): ReactElement => {
  const { t } = usePluginTranslation()
  const { name, found, problem, status } = file
  const isAtWork = status === 'importing' || runs.some(isActive)
  const records = found?.resources.reduce((sum, resource) => sum + resource.records, 0) ?? 0
  const isCounted = records > 0 && !found?.resources.some(({ isCut }) => isCut)
  const done = runs.reduce((sum, { counts }) => sum + counts.fetched, 0)
  const text = t(hasNothingNew(runs) ? 'files:nothingNew' : 'files:imported', { name })

  return (
    <div className="sync-files__found">
      <div aria-live="polite">
        {isAtWork ? (
          <p>{t('files:importing', { name })}</p>
        ) : status === 'imported' ? (
          <Banner type={hasNothingNew(runs) ? 'info' : 'success'}>{text}</Banner>
        ) : (
          <Banner type="error">
            <span>
              {t('files:failed', { name })} {problem}
            </span>
          </Banner>
        )}
      </div>
      {isAtWork ? (
        <progress
          aria-label={t('files:importing', { name })}
          className="sync-files__progress"
          {...(isCounted && { max: records, value: Math.min(done, records) })}
        />
      ) : null}
      {runs.length > 0 ? (
        <ul className="sync-files__runs">
          {runs.map((run) => (
            <ImportedResource file={file} key={run.id} logsSlug={logsSlug} run={run} />
          ))}
        </ul>
      ) : null}
      {status === 'failed' && !isAtWork && onAgain ? (
        <div className="sync-files__row">
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={onAgain}
            size="small"
          >
            {t('view:retry')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** Whether all that a file has was here already. */
const hasNothingNew = (runs: readonly Run[]): boolean =>
  runs.length > 0 && runs.every(({ counts }) => counts.unchanged === counts.fetched)
