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

import type { History, HistoryBucket } from '../../../sync/operations/getHistory.js'

import { formatBucket } from '../formatBucket.js'
import { formatCount } from '../formatCount.js'
import { formatDuration } from '../formatDuration.js'
import { usePluginTranslation } from '../usePluginTranslation.client.js'

export type HistoryChartsProps = { history: History }

/** Payload's own colours, which follow the theme. */
const COLORS = {
  cancelled: 'var(--theme-elevation-400)',
  completed: 'var(--theme-success-500)',
  created: 'var(--theme-success-500)',
  failed: 'var(--theme-error-500)',
  grid: 'var(--theme-elevation-150)',
  line: 'var(--theme-success-600)',
  partial: 'var(--theme-warning-500)',
  text: 'var(--theme-elevation-600)',
  unchanged: 'var(--theme-elevation-250)',
  updated: 'var(--theme-warning-400)',
} as const

const RESULTS = ['completed', 'partial', 'failed', 'cancelled'] as const

const COUNTS = ['created', 'updated', 'unchanged'] as const

type Row = { at: string } & Record<string, null | number | string>

/** Four charts over the same time: results, durations, records, requests. */
const HistoryCharts = ({ history: { buckets, window } }: HistoryChartsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const rows = buckets.map(toRow)
  const write = (value: unknown): string => formatCount({ count: Number(value), language })
  // Whole seconds would name two lines of the grid the same.
  const writeSeconds = (value: unknown): string => {
    const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    return `${seconds.format(Number(value) / 1000)} ${t('units:seconds')}`
  }
  const writeDuration = (value: unknown): string => formatDuration({ ms: Number(value), t })
  const shared = {
    grid: <CartesianGrid stroke={COLORS.grid} vertical={false} />,
    legend: (
      <Legend
        formatter={(name: string) => <span style={{ color: COLORS.text }}>{name}</span>}
        iconSize={10}
        itemSorter={null}
      />
    ),
    x: (
      <XAxis
        axisLine={{ stroke: COLORS.grid }}
        dataKey="at"
        interval="preserveStartEnd"
        minTickGap={24}
        tick={{ fill: COLORS.text, fontSize: 12 }}
        tickFormatter={(at: string) => formatBucket({ at, language, window })}
        tickLine={false}
      />
    ),
  }
  const toTooltip = (formatter: (value: unknown) => string): ReactNode => (
    <Tooltip
      contentStyle={{
        background: 'var(--theme-elevation-0)',
        border: `1px solid ${COLORS.grid}`,
        borderRadius: 'var(--style-radius-s)',
        color: 'var(--theme-text)',
      }}
      cursor={{ fill: 'var(--theme-elevation-100)', stroke: COLORS.grid }}
      formatter={formatter}
      isAnimationActive={false}
      labelFormatter={(at) =>
        typeof at === 'string' ? formatBucket({ at, isLong: true, language, window }) : null
      }
    />
  )
  const toY = (tickFormatter: (value: unknown) => string): ReactNode => (
    <YAxis
      allowDecimals={false}
      axisLine={false}
      tick={{ fill: COLORS.text, fontSize: 12 }}
      tickFormatter={tickFormatter}
      tickLine={false}
      width={64}
    />
  )

  return (
    <>
      <Figure title={t('history:charts:results')}>
        <BarChart accessibilityLayer={false} data={rows}>
          {shared.grid}
          {shared.x}
          {toY(write)}
          {toTooltip(write)}
          {shared.legend}
          {RESULTS.map((result) => (
            <Bar
              dataKey={result}
              fill={COLORS[result]}
              isAnimationActive={false}
              key={result}
              name={t(`options:runStatus:${result}`)}
              stackId="results"
            />
          ))}
        </BarChart>
      </Figure>
      <Figure title={t('history:charts:duration')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {shared.grid}
          {shared.x}
          {toY(writeSeconds)}
          {toTooltip(writeDuration)}
          <Line
            connectNulls
            dataKey="durationMs"
            dot={{ r: 2 }}
            isAnimationActive={false}
            name={t('history:charts:duration')}
            stroke={COLORS.line}
            strokeWidth={2}
          />
        </LineChart>
      </Figure>
      <Figure title={t('history:charts:records')}>
        <BarChart accessibilityLayer={false} data={rows}>
          {shared.grid}
          {shared.x}
          {toY(write)}
          {toTooltip(write)}
          {shared.legend}
          {COUNTS.map((count) => (
            <Bar
              dataKey={count}
              fill={COLORS[count]}
              isAnimationActive={false}
              key={count}
              name={t(`counts:${count}`)}
              stackId="records"
            />
          ))}
        </BarChart>
      </Figure>
      <Figure title={t('history:charts:requests')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {shared.grid}
          {shared.x}
          {toY(write)}
          {toTooltip(write)}
          <Line
            dataKey="requests"
            dot={false}
            isAnimationActive={false}
            name={t('fields:requests')}
            stroke={COLORS.line}
            strokeWidth={2}
          />
        </LineChart>
      </Figure>
    </>
  )
}

const toRow = ({
  at,
  created,
  durationMs,
  requests,
  runs,
  unchanged,
  updated,
}: HistoryBucket): Row => ({
  ...runs,
  at,
  created,
  durationMs,
  requests,
  unchanged,
  updated,
})

type FigureProps = { children: ReactElement; title: string }

const CHART_HEIGHT = 200

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
