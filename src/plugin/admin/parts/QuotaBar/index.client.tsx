'use client'

import type { ReactElement } from 'react'

import type { QuotaStatus } from '../../../../sync/operations/status/SyncStatus.js'

import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { formatCount } from '../format/formatCount.js'
import { formatDuration } from '../format/formatDuration.js'

type QuotaBarProps = {
  now: number
  /** Its name. */
  provider: string
  quota: QuotaStatus
}

/** What is left of a budget of requests, and whether it will do. */
export const QuotaBar = ({
  now,
  provider,
  quota: { name, limit, remaining, resetsAt, usedUpAt },
}: QuotaBarProps): ReactElement => {
  const { language, names, t } = usePluginTranslation()
  const title = names.quota({ name, provider })
  const left = formatCount({ count: remaining, language })
  const until = (moment: string): string => formatDuration({ ms: Date.parse(moment) - now, t })
  const words = [
    limit === null
      ? t('quota:left', { remaining: left })
      : t('quota:leftOf', { limit: formatCount({ count: limit, language }), remaining: left }),
    ...(resetsAt ? [t('quota:resets', { duration: until(resetsAt) })] : []),
    ...(resetsAt || usedUpAt
      ? [usedUpAt ? t('quota:empty', { duration: until(usedUpAt) }) : t('quota:enough')]
      : []),
  ]

  return (
    <div className={usedUpAt ? 'sync-quota sync-quota--short' : 'sync-quota'}>
      <span className="sync-quota__name">
        {title === name ? t('quota:title', { name }) : title}
      </span>
      {limit !== null && limit > 0 && (
        <span aria-hidden className="sync-quota__bar">
          <span style={{ width: `${Math.min(100, (remaining / limit) * 100)}%` }} />
        </span>
      )}
      <span className="sync-view__muted">{words.join(' · ')}</span>
    </div>
  )
}
