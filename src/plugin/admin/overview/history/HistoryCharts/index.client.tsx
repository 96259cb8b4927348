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

import type { History, HistoryBucket } from '../../../../../sync/operations/runs/getHistory.js'

import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { formatBucket } from '../formatBucket.js'
import { formatShare } from '../formatShare.js'
import { COUNTS, RESULTS } from '../historySeries.js'

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
  quota: 'var(--theme-warning-500)',
  text: 'var(--theme-elevation-600)',
  unchanged: 'var(--theme-elevation-250)',
  updated: 'var(--theme-warning-400)',
} as const

const TICK = { fill: COLORS.text, fontSize: 11 }

const Y_AXIS = { allowDecimals: false, axisLine: false, tick: TICK, tickLine: false, width: 44 }

const LINE = { dot: false, isAnimationActive: false, stroke: COLORS.line, strokeWidth: 2 }

const LEGEND = (
  <Legend
    formatter={(name: string) => <span style={{ color: COLORS.text }}>{name}</span>}
    iconSize={10}
    itemSorter={null}
  />
)

type Write = (value: unknown) => string

type Row = { at: string } & Record<string, null | number | string>

type Series = { color: string; key: string; name: string }

/** Four charts over the same time: results, durations, records, requests. */
const HistoryCharts = ({
  history: { buckets, window: period },
}: HistoryChartsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const rows = buckets.map(toRow)
  const hasQuota = buckets.some(({ quotaShare }) => quotaShare !== null)
  const write: Write = (value) => formatCount({ count: Number(value), language })
  // Whole seconds would name two lines of the grid the same.
  const writeSeconds: Write = (value) => {
    const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    return `${seconds.format(Number(value) / 1000)} ${t('units:seconds')}`
  }
  const writeDuration: Write = (value) => formatDuration({ ms: Number(value), t })
  const writeShare: Write = (value) => formatShare({ language, share: Number(value) })

  /** What all charts have: the grid, the time, and what is told of a moment. */
  const toFrame = (writeValue: Write): ReactNode => (
    <>
      <CartesianGrid stroke={COLORS.grid} vertical={false} />
      <XAxis
        axisLine={{ stroke: COLORS.grid }}
        dataKey="at"
        interval="preserveStartEnd"
        minTickGap={24}
        tick={TICK}
        tickFormatter={(at: string) => formatBucket({ at, language, period })}
        tickLine={false}
      />
      <Tooltip
        contentStyle={{
          background: 'var(--theme-elevation-0)',
          border: `1px solid ${COLORS.grid}`,
          borderRadius: 'var(--style-radius-s)',
          color: 'var(--theme-text)',
        }}
        cursor={{ fill: 'var(--theme-elevation-100)', stroke: COLORS.grid }}
        formatter={(value, _name, { dataKey }) =>
          dataKey === 'quotaShare' ? writeShare(value) : writeValue(value)
        }
        isAnimationActive={false}
        labelFormatter={(at) =>
          typeof at === 'string' ? formatBucket({ at, isLong: true, language, period }) : null
        }
      />
    </>
  )

  const drawBars = (series: readonly Series[]): ReactElement => (
    <BarChart accessibilityLayer={false} data={rows}>
      {toFrame(write)}
      <YAxis {...Y_AXIS} tickFormatter={write} />
      {LEGEND}
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

  return (
    <>
      <Figure title={t('history:charts:results')}>
        {drawBars(
          RESULTS.map((key) => ({
            name: t(`options:runStatus:${key}`),
            color: COLORS[key],
            key,
          })),
        )}
      </Figure>
      <Figure title={t('history:charts:duration')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {toFrame(writeDuration)}
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
        {drawBars(COUNTS.map((key) => ({ name: t(`counts:${key}`), color: COLORS[key], key })))}
      </Figure>
      <Figure title={t('history:charts:requests')}>
        <LineChart accessibilityLayer={false} data={rows}>
          {toFrame(write)}
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
                stroke={COLORS.quota}
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
}: HistoryBucket): Row => ({
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
