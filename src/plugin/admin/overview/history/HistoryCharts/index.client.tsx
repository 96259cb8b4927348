'use client'

import type { ReactElement } from 'react'

import { Line, LineChart, ResponsiveContainer, YAxis } from 'recharts'

import type { History, HistoryBucket } from '../../../../../sync/operations/runs/getHistory.js'
import type { ChartRow, Series } from '../../../parts/charts/chartParts.client.js'

import {
  COLORS,
  drawBars,
  drawFrame,
  LEGEND,
  Y_AXIS,
} from '../../../parts/charts/chartParts.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { formatBucket } from '../formatBucket.js'
import { formatShare } from '../formatShare.js'
import { COUNTS, RESULTS } from '../historySeries.js'

export type HistoryChartsProps = { history: History }

const COLOR_OF = {
  cancelled: COLORS.quiet,
  completed: COLORS.good,
  created: COLORS.good,
  failed: COLORS.bad,
  partial: COLORS.doubt,
  unchanged: COLORS.quiet,
  updated: COLORS.doubt,
} as const

const LINE = { dot: false, isAnimationActive: false, stroke: COLORS.good, strokeWidth: 2 }

type Write = (value: number) => string

/** Four charts over the same time: results, durations, records, requests. */
const HistoryCharts = ({
  history: { buckets, window: period },
}: HistoryChartsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const rows = buckets.map(toRow)
  const hasQuota = buckets.some(({ quotaShare }) => quotaShare !== null)
  const write: Write = (value) => formatCount({ count: value, language })
  // Whole seconds would name two lines of the grid the same.
  const writeSeconds: Write = (value) => {
    const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    return `${seconds.format(value / 1000)} ${t('units:seconds')}`
  }
  const writeDuration: Write = (value) => formatDuration({ ms: value, t })
  const writeShare: Write = (value) => formatShare({ language, share: value })

  const writeMoment = (at: string, isLong: boolean): string =>
    formatBucket({ at, isLong, language, period })

  const bars = (series: readonly Series[]): ReactElement =>
    drawBars({ rows, series, write, writeMoment })

  return (
    <>
      <Figure title={t('history:charts:results')}>
        {bars(
          RESULTS.map((key) => ({
            name: t(`options:runStatus:${key}`),
            color: COLOR_OF[key],
            key,
          })),
        )}
      </Figure>
      <Figure title={t('history:charts:duration')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {drawFrame({ write: writeDuration, writeMoment })}
          <YAxis {...Y_AXIS} tickFormatter={writeSeconds} />
          <Line
            {...LINE}
            connectNulls
            dataKey="durationMs"
            dot={{ r: 2 }}
            name={t('history:charts:duration')}
          />
        </LineChart>
      </Figure>
      <Figure title={t('history:charts:records')}>
        {bars(COUNTS.map((key) => ({ name: t(`counts:${key}`), color: COLOR_OF[key], key })))}
      </Figure>
      <Figure title={t('history:charts:requests')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {drawFrame({
            write: (value, key) => (key === 'quotaShare' ? writeShare : write)(value),
            writeMoment,
          })}
          <YAxis {...Y_AXIS} tickFormatter={write} />
          <Line {...LINE} dataKey="requests" name={t('fields:requests')} />
          {hasQuota && (
            <>
              <YAxis
                {...Y_AXIS}
                domain={[0, (highest: number) => Math.max(1, highest)]}
                orientation="right"
                tickFormatter={writeShare}
                width={44}
                yAxisId="quota"
              />
              {LEGEND}
              <Line
                {...LINE}
                dataKey="quotaShare"
                name={t('history:quotaShare')}
                stroke={COLORS.doubt}
                strokeDasharray="4 3"
                yAxisId="quota"
              />
            </>
          )}
        </LineChart>
      </Figure>
    </>
  )
}

const toRow = ({
  at,
  created,
  durationMs,
  quotaShare,
  requests,
  runs,
  unchanged,
  updated,
}: HistoryBucket): ChartRow => ({
  ...runs,
  at,
  created,
  durationMs,
  quotaShare,
  requests,
  unchanged,
  updated,
})

type FigureProps = { children: ReactElement; title: string }

const CHART_HEIGHT = 150

const Figure = ({ children, title }: FigureProps): ReactElement => (
  <figure className="sync-history__figure">
    <figcaption className="sync-history__caption">{title}</figcaption>
    <ResponsiveContainer height={CHART_HEIGHT} width="100%">
      {children}
    </ResponsiveContainer>
  </figure>
)

// What React loads lazily must be the default.
export default HistoryCharts
