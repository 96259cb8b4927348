'use client'

import type { ReactElement } from 'react'

import type { QuotaStatus } from '../../../sync/operations/SyncStatus.js'

import { formatCount } from '../formatCount.js'
import { formatDuration } from '../formatDuration.js'
import { usePluginTranslation } from '../usePluginTranslation.client.js'

type QuotaBarProps = { now: number; quota: QuotaStatus }

/** What is left of a budget of requests, and whether it will do. */
export const QuotaBar = ({
  now,
  quota: { name, emptyAt, limit, remaining, resetsAt },
}: QuotaBarProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const left = formatCount({ count: remaining, language })
  const until = (moment: string): string => formatDuration({ ms: Date.parse(moment) - now, t })
  const words = [
    limit === undefined
      ? t('quota:left', { remaining: left })
      : t('quota:leftOf', { limit: formatCount({ count: limit, language }), remaining: left }),
    ...(resetsAt ? [t('quota:resets', { duration: until(resetsAt) })] : []),
    ...(resetsAt || emptyAt
      ? [emptyAt ? t('quota:empty', { duration: until(emptyAt) }) : t('quota:enough')]
      : []),
  ]

  return (
    <div className={emptyAt ? 'sync-quota sync-quota--short' : 'sync-quota'}>
      <span className="sync-quota__name">{t('quota:title', { name })}</span>
      {limit !== undefined && limit > 0 && (
        <span aria-hidden className="sync-quota__bar">
          <span style={{ width: `${Math.min(100, (remaining / limit) * 100)}%` }} />
        </span>
      )}
      <span className="sync-view__muted">{words.join(' · ')}</span>
    </div>
  )
}
