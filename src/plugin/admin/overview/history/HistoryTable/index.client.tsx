'use client'

import type { ReactElement } from 'react'

import type { History } from '../../../../../sync/operations/runs/getHistory.js'

import { useHydrated } from '../../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { formatBucket } from '../formatBucket.js'
import { formatShare } from '../formatShare.js'
import { COUNTS, RESULTS } from '../historySeries.js'

type HistoryTableProps = { history: History }

/** What the charts show, in numbers: a row for each while in which something ran. */
export const HistoryTable = ({
  history: { buckets, window: period },
}: HistoryTableProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const isHydrated = useHydrated()
  const write = (count: number): string => formatCount({ count, language })
  const hasQuota = buckets.some(({ quotaShare }) => quotaShare !== null)
  const busy = buckets.filter(({ durationMs }) => durationMs !== null).toReversed()

  return busy.length === 0 ? (
    <p className="sync-view__muted">{t('history:nothing')}</p>
  ) : (
    <table aria-label={t('history:title')} className="sync-view__table">
      <thead>
        <tr>
          <th scope="col">{t('history:time')}</th>
          {RESULTS.map((result) => (
            <th className="sync-view__number" key={result} scope="col">
              {t(`options:runStatus:${result}`)}
            </th>
          ))}
          <th className="sync-view__number" scope="col">
            {t('history:charts:duration')}
          </th>
          {COUNTS.map((count) => (
            <th className="sync-view__number" key={count} scope="col">
              {t(`counts:${count}`)}
            </th>
          ))}
          <th className="sync-view__number" scope="col">
            {t('fields:requests')}
          </th>
          {hasQuota && (
            <th className="sync-view__number" scope="col">
              {t('history:quotaShare')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {busy.map(({ at, durationMs, quotaShare, requests, runs, ...counts }) => (
          <tr key={at}>
            <th data-label={t('history:time')} scope="row">
              {/* The server does not know the reader's time zone. */}
              {isHydrated && formatBucket({ at, isLong: true, language, period })}
            </th>
            {RESULTS.map((result) => (
              <td
                className="sync-view__number"
                data-label={t(`options:runStatus:${result}`)}
                key={result}
              >
                {write(runs[result])}
              </td>
            ))}
            <td className="sync-view__number" data-label={t('history:charts:duration')}>
              {formatDuration({ ms: durationMs ?? 0, t })}
            </td>
            {COUNTS.map((count) => (
              <td className="sync-view__number" data-label={t(`counts:${count}`)} key={count}>
                {write(counts[count])}
              </td>
            ))}
            <td className="sync-view__number" data-label={t('fields:requests')}>
              {write(requests)}
            </td>
            {hasQuota && (
              <td className="sync-view__number" data-label={t('history:quotaShare')}>
                {formatShare({ language, share: quotaShare ?? 0 })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
