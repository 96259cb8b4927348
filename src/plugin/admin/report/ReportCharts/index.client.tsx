'use client'

import type { ReactElement, ReactNode } from 'react'

import { Line, LineChart, ResponsiveContainer, YAxis } from 'recharts'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'
import type { ChartRow, Series } from '../../parts/charts/chartParts.client.js'

import {
  COLORS,
  drawBars,
  drawFrame,
  LEGEND,
  Y_AXIS,
} from '../../parts/charts/chartParts.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useFigures } from '../useFigures.client.js'

export type ReportChartsProps = Pick<SyncReport, 'bucketMs' | 'buckets'>

type Write = (value: number) => string

const CHART_HEIGHT = 200
const DAY_MS = 24 * 60 * 60 * 1000

/** Six charts over the same time: results, durations, records, requests, troubles, resources. */
const ReportCharts = ({ bucketMs, buckets }: ReportChartsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const { writeCount, writeDelay, writeDuration, writeMemory, writeSeconds } = useFigures()
  const rows = buckets.map(toRow)
  // Days of the report are those of UTC, and so are its hours.
  const moment = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(bucketMs < DAY_MS && { hour: '2-digit', minute: '2-digit' }),
  })
  const writeMoment = (at: string): string => moment.format(new Date(at))

  const bars = (series: readonly Series[]): ReactElement =>
    drawBars({ rows, series, write: writeCount, writeMoment })

  const frame = (write: Write, writeRight: Write = write): ReactNode => (
    <>
      {drawFrame({
        write: (value, key) => (key === 'loopDelayMs' ? writeRight : write)(value),
        writeMoment,
      })}
      {LEGEND}
    </>
  )

  const drawLines = (series: readonly ({ isRight?: boolean } & Series)[]): ReactNode =>
    series.map(({ name, color, isRight = false, key }) => (
      <Line
        connectNulls
        dataKey={key}
        dot={{ r: 2 }}
        isAnimationActive={false}
        key={key}
        name={name}
        stroke={color}
        strokeWidth={2}
        {...(isRight && { strokeDasharray: '4 3', yAxisId: 'right' })}
      />
    ))

  return (
    <>
      <Chart title={t('history:charts:results')}>
        {bars([
          { name: t('options:runStatus:completed'), color: COLORS.good, key: 'completed' },
          { name: t('options:runStatus:partial'), color: COLORS.doubt, key: 'partial' },
          { name: t('options:runStatus:failed'), color: COLORS.bad, key: 'failed' },
          { name: t('options:runStatus:cancelled'), color: COLORS.quiet, key: 'cancelled' },
        ])}
      </Chart>
      <Chart title={t('report:duration')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {frame(writeDuration)}
          <YAxis {...Y_AXIS} allowDecimals tickFormatter={writeSeconds} />
          {drawLines([
            { name: t('report:median'), color: COLORS.good, key: 'median' },
            { name: t('report:p95'), color: COLORS.doubt, key: 'p95' },
          ])}
        </LineChart>
      </Chart>
      <Chart title={t('fields:counts')}>
        {bars([
          { name: t('counts:created'), color: COLORS.good, key: 'created' },
          { name: t('counts:updated'), color: COLORS.doubt, key: 'updated' },
          { name: t('counts:unchanged'), color: COLORS.quiet, key: 'unchanged' },
        ])}
      </Chart>
      <Chart title={t('fields:requests')}>
        {bars([{ name: t('fields:requests'), color: COLORS.good, key: 'requests' }])}
      </Chart>
      <Chart title={t('report:troubles')}>
        {bars([
          { name: t('fields:retries'), color: COLORS.quiet, key: 'retries' },
          { name: t('counts:conflicts'), color: COLORS.doubt, key: 'conflicts' },
          { name: t('counts:invalid'), color: COLORS.bad, key: 'invalid' },
        ])}
      </Chart>
      <Chart title={t('report:resources')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {frame(writeMemory, writeDelay)}
          <YAxis {...Y_AXIS} tickFormatter={writeMemory} />
          <YAxis {...Y_AXIS} orientation="right" tickFormatter={writeDelay} yAxisId="right" />
          {drawLines([
            { name: t('report:peakMemory'), color: COLORS.good, key: 'peakMemoryMb' },
            { name: t('report:delay'), color: COLORS.doubt, isRight: true, key: 'loopDelayMs' },
          ])}
        </LineChart>
      </Chart>
    </>
  )
}

const toRow = ({
  at,
  durationMs: { median, p95 },
  loopDelayMs,
  peakMemoryMb,
  records: { conflicts, created, invalid, unchanged, updated },
  requests,
  retries,
  runs: { cancelled, completed, failed, partial },
}: SyncReport['buckets'][number]): ChartRow => ({
  at,
  cancelled,
  completed,
  conflicts,
  created,
  failed,
  invalid,
  loopDelayMs,
  median,
  p95,
  partial,
  peakMemoryMb,
  requests,
  retries,
  unchanged,
  updated,
})

const Chart = ({ children, title }: { children: ReactElement; title: string }): ReactElement => (
  <figure className="sync-report__chart">
    <figcaption>{title}</figcaption>
    <ResponsiveContainer height={CHART_HEIGHT} width="100%">
      {children}
    </ResponsiveContainer>
  </figure>
)

// What React loads lazily must be the default.
export default ReportCharts
