'use client'

import type { ReactElement, ReactNode } from 'react'

import { Banner, Button } from '@payloadcms/ui'
import { Fragment } from 'react'

import type { StoredFile } from '../../../../sync/operations/files/getFile.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { ResourceFindings } from '../ResourceFindings/index.client.js'

type FindingsProps = {
  file: StoredFile
  isBusy: boolean
  /** Those that were brought before it, the newest first. */
  older: readonly StoredFile[]
  onDiscard: () => void
  onImport: () => void
  readOnly: boolean
}

/** As the archive has it, whatever zone the reader is in. */
const DAY = { dateStyle: 'medium', timeZone: 'UTC' } as const

/** What is in a file, for whoever decides whether it is imported. */
export const Findings = ({
  file: { name, found, heldAt, sha256 },
  isBusy,
  older,
  onDiscard,
  onImport,
  readOnly,
}: FindingsProps): null | ReactElement => {
  const { language, t } = usePluginTranslation()
  if (!found) {
    return null
  }
  const count = (value: number): string => formatCount({ count: value, language })
  const toDay = (moment: string): string =>
    new Intl.DateTimeFormat(language, DAY).format(new Date(moment))
  const { files, others, resources, skipped } = found
  const hasSome = resources.some(({ invalid, records }) => records > invalid)
  const imported = older.filter(({ status }) => status === 'imported')
  const isKnown = imported.some((other) => other.sha256 === sha256)
  const newer = imported.find((other) => (other.heldAt ?? '') > (heldAt ?? ''))
  const warnings = [
    ...(hasSome ? [] : [t('files:nothing')]),
    ...(isKnown ? [t('files:known')] : []),
    ...(newer?.heldAt && !isKnown ? [t('files:older', { date: toDay(newer.heldAt) })] : []),
    ...(resources.some(({ isCut }) => isCut) ? [t('files:cut')] : []),
  ]

  return (
    <div className="sync-files__found">
      <h4 className="sync-files__name">
        {name}
        {heldAt ? (
          <span className="sync-files__note"> {t('files:asOf', { date: toDay(heldAt) })}</span>
        ) : null}
      </h4>
      {warnings.map((warning) => (
        <Banner key={warning} type="info">
          {warning}
        </Banner>
      ))}
      {resources.map((resource) => (
        <ResourceFindings key={resource.name} resource={resource} />
      ))}
      <dl className="sync-files__facts">
        <div>
          <dt>{t('files:read')}</dt>
          <dd>
            {files.map((one) => (
              <div key={one.name}>
                {toBreakable(one.name)}
                {one.rows === undefined ? null : (
                  <span className="sync-files__note">
                    {' '}
                    {t('files:rows', { count: count(one.rows) })}
                  </span>
                )}
              </div>
            ))}
          </dd>
        </div>
        {skipped.length > 0 ? (
          <div>
            <dt>{t('files:notKept')}</dt>
            <dd>
              {skipped.map((one) => (
                <div key={one.name}>
                  {one.label} <span className="sync-files__note">{toBreakable(one.name)}</span>
                </div>
              ))}
            </dd>
          </div>
        ) : null}
        {others > 0 ? (
          <div>
            <dt>{t('files:others')}</dt>
            <dd>{count(others)}</dd>
          </div>
        ) : null}
      </dl>
      {readOnly ? null : (
        <div className="sync-files__row">
          {hasSome ? (
            <Button disabled={isBusy} margin={false} onClick={onImport} size="small">
              {t('files:import')}
            </Button>
          ) : null}
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={onDiscard}
            size="small"
          >
            {t('files:discard')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A path that is broken between folders and words, where it does not fit. */
const toBreakable = (path: string): ReactNode =>
  path.split(/(?<=[/_.])/).map((part, index) => (
    // Two folders may be called the same.
    <Fragment key={`${index} ${part}`}>
      {part}
      <wbr />
    </Fragment>
  ))
