'use client'

import type { ReactElement, ReactNode } from 'react'

import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { useFigures } from '../useFigures.client.js'

export type ReportChartsProps = Pick<SyncReport, 'bucketMs' | 'buckets'>

type Write = (value: null | number) => string

type Series = { color: string; isRight?: boolean; key: string; name: string }

/** Payload's own colours, which follow the theme. */
const GRID = 'var(--theme-elevation-150)'
const TEXT = 'var(--theme-elevation-600)'
const GOOD = 'var(--theme-success-500)'
const DOUBT = 'var(--theme-warning-500)'
const BAD = 'var(--theme-error-500)'
const QUIET = 'var(--theme-elevation-400)'

const TICK = { fill: TEXT, fontSize: 12 }
const Y_AXIS = { allowDecimals: false, axisLine: false, tick: TICK, tickLine: false, width: 64 }
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
  const writeMoment = (at: unknown): string =>
    typeof at === 'string' ? moment.format(new Date(at)) : ''

  /** What all charts have: the grid, the time, what is told of a moment, and what is what. */
  const toFrame = (write: Write, writeRight: Write = write): ReactNode => (
    <>
      <CartesianGrid stroke={GRID} vertical={false} />
      <XAxis
        axisLine={{ stroke: GRID }}
        dataKey="at"
        interval="preserveStartEnd"
        minTickGap={24}
        tick={TICK}
        tickFormatter={writeMoment}
        tickLine={false}
      />
      <Tooltip
        contentStyle={{
          background: 'var(--theme-elevation-0)',
          border: `1px solid ${GRID}`,
          borderRadius: 'var(--style-radius-s)',
          color: 'var(--theme-text)',
        }}
        cursor={{ fill: 'var(--theme-elevation-100)', stroke: GRID }}
        formatter={(value, _name, { dataKey }) =>
          (dataKey === 'loopDelayMs' ? writeRight : write)(Number(value))
        }
        isAnimationActive={false}
        labelFormatter={writeMoment}
      />
      <Legend
        formatter={(name: string) => <span style={{ color: TEXT }}>{name}</span>}
        iconSize={10}
        itemSorter={null}
      />
    </>
  )

  const drawBars = (series: readonly Series[]): ReactElement => (
    <BarChart accessibilityLayer={false} data={rows}>
      {toFrame(writeCount)}
      <YAxis {...Y_AXIS} tickFormatter={writeCount} />
      {series.map(({ name, color, key }) => (
        <Bar
          dataKey={key}
          fill={color}
          isAnimationActive={false}
          key={key}
          name={name}
          stackId="all"
        />
      ))}
    </BarChart>
  )

  const drawLines = (series: readonly Series[]): ReactNode =>
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
        {drawBars([
          { name: t('options:runStatus:completed'), color: GOOD, key: 'completed' },
          { name: t('options:runStatus:partial'), color: DOUBT, key: 'partial' },
          { name: t('options:runStatus:failed'), color: BAD, key: 'failed' },
          { name: t('options:runStatus:cancelled'), color: QUIET, key: 'cancelled' },
        ])}
      </Chart>
      <Chart title={t('report:duration')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {toFrame(writeDuration)}
          <YAxis {...Y_AXIS} allowDecimals tickFormatter={writeSeconds} />
          {drawLines([
            { name: t('report:median'), color: GOOD, key: 'median' },
            { name: t('report:p95'), color: DOUBT, key: 'p95' },
          ])}
        </LineChart>
      </Chart>
      <Chart title={t('fields:counts')}>
        {drawBars([
          { name: t('counts:created'), color: GOOD, key: 'created' },
          { name: t('counts:updated'), color: DOUBT, key: 'updated' },
          { name: t('counts:unchanged'), color: QUIET, key: 'unchanged' },
        ])}
      </Chart>
      <Chart title={t('fields:requests')}>
        {drawBars([{ name: t('fields:requests'), color: GOOD, key: 'requests' }])}
      </Chart>
      <Chart title={t('report:troubles')}>
        {drawBars([
          { name: t('fields:retries'), color: QUIET, key: 'retries' },
          { name: t('counts:conflicts'), color: DOUBT, key: 'conflicts' },
          { name: t('counts:invalid'), color: BAD, key: 'invalid' },
        ])}
      </Chart>
      <Chart title={t('report:resources')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {toFrame(writeMemory, writeDelay)}
          <YAxis {...Y_AXIS} tickFormatter={writeMemory} />
          <YAxis {...Y_AXIS} orientation="right" tickFormatter={writeDelay} yAxisId="right" />
          {drawLines([
            { name: t('report:peakMemory'), color: GOOD, key: 'peakMemoryMb' },
            { name: t('report:delay'), color: DOUBT, isRight: true, key: 'loopDelayMs' },
          ])}
        </LineChart>
      </Chart>
    </>
  )
}

type Row = { at: string } & Record<string, null | number | string>

const toRow = ({
  at,
  durationMs: { median, p95 },
  loopDelayMs,
  peakMemoryMb,
  records: { conflicts, created, invalid, unchanged, updated },
  requests,
  retries,
  runs: { cancelled, completed, failed, partial },
}: SyncReport['buckets'][number]): Row => ({
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
