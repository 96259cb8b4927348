'use client'

import type { ReactElement } from 'react'

import { SetStepNav, ShimmerEffect, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { lazy, Suspense, useState } from 'react'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'
import type { ReportDays } from '../ReportView/readDays.js'

import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS, SYNC_VIEW_PATH } from '../../syncPaths.js'
import { Failures } from '../Failures/index.client.js'
import { FiguresTable } from '../FiguresTable/index.client.js'
import { Quotas } from '../Quotas/index.client.js'
import { Range } from '../Range/index.client.js'
import { Totals } from '../Totals/index.client.js'
import { useReport } from '../useReport.client.js'

/** Drawing charts takes more code than all the rest of this page. */
const ReportCharts = lazy(() => import('../ReportCharts/index.client.js'))

export type ReportPageProps = {
  initialDays: ReportDays
  /** The server's time when it drew the page, in milliseconds since 1970. */
  initialNow: number
  initialReport: SyncReport
  logsSlug: string
  schedulesSlug: string
}

const NOW_INTERVAL_MS = 10_000

/** What ran between two days, how it went and what it cost: figures, charts and tables. */
const ReportPage = ({
  initialDays,
  initialNow,
  initialReport,
  logsSlug,
  schedulesSlug,
}: ReportPageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { t } = usePluginTranslation()
  const now = useNow({ initialNow, intervalMs: NOW_INTERVAL_MS })
  const [days, setDays] = useState(initialDays)
  const query = new URLSearchParams(days).toString()
  const { hasFailed, isLoading, report } = useReport({ initialReport, query })
  const exportURL = useSyncURL(`${SYNC_API_PATHS.report}?${query}`)
  const { bucketMs, buckets, connections, providers, quotas, schedules, total } = report
  const labels = new Map(providers.map(({ label, provider }) => [provider, label]))
  const toSchedule = (id: number | string): string =>
    formatAdminURL({ adminRoute, path: `/collections/${schedulesSlug}/${id}` })

  const change = (wanted: ReportDays): void => {
    setDays(wanted)
    // Whoever comes back, or sends the address to somebody, finds the same days.
    window.history.replaceState(null, '', `?${new URLSearchParams(wanted)}`)
  }

  return (
    <>
      <SetStepNav
        nav={[
          { label: t('view:title'), url: formatAdminURL({ adminRoute, path: SYNC_VIEW_PATH }) },
          { label: t('report:title') },
        ]}
      />
      <div className="sync-view__head">
        <h1 className="sync-view__title">{t('report:title')}</h1>
        {(['csv', 'json'] as const).map((format) => (
          <a
            className="sync-view__link"
            download={`sync-report-${days.from}-${days.to}.${format}`}
            href={`${exportURL}&format=${format}`}
            key={format}
          >
            {t('content:exportAs', { format: format.toUpperCase() })}
          </a>
        ))}
      </div>
      <Range days={days} now={now} onChange={change} />
      {/* Always there, so that a screen reader notices when it is filled. */}
      <div aria-live="polite">
        {hasFailed && <p className="sync-view__error">{t('report:unreadable')}</p>}
      </div>
      <div aria-busy={isLoading} className="sync-report">
        {total.runs.total === 0 ? (
          <p className="sync-view__muted sync-view__empty">{t('history:nothing')}</p>
        ) : (
          <>
            <Totals figures={total} />
            {/* The tables tell the same in words. */}
            <div aria-hidden className="sync-report__charts">
              <Suspense fallback={<ShimmerEffect height="40rem" />}>
                <ReportCharts bucketMs={bucketMs} buckets={buckets} />
              </Suspense>
            </div>
            <FiguresTable
              rows={providers.map((row) => ({ ...row, name: row.label, key: row.provider }))}
              title={t('report:providers')}
            />
            <FiguresTable
              rows={connections.map((row) => ({
                ...row,
                name: row.label,
                key: `${row.provider}/${row.connection}`,
                of: labels.get(row.provider) ?? row.provider,
              }))}
              title={t('report:connections')}
            />
            <FiguresTable
              rows={schedules.map((row) => ({
                ...row,
                // One that was deleted has no page any more.
                ...(row.provider !== null && { href: toSchedule(row.id) }),
                name: row.title,
                key: String(row.id),
              }))}
              title={t('report:schedules')}
            />
            <Failures logsSlug={logsSlug} report={report} />
          </>
        )}
        <Quotas labels={labels} now={now} quotas={quotas} />
      </div>
    </>
  )
}

// What React loads lazily must be the default.
export default ReportPage
