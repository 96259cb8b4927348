'use client'

import type { ReactElement, ReactNode } from 'react'

import { Bar, BarChart, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts'

// Whoever imports this is loaded lazily: drawing charts takes more code than all the rest.

/** Payload's own colours, which follow the theme. */
export const COLORS = {
  bad: 'var(--theme-error-500)',
  doubt: 'var(--theme-warning-500)',
  good: 'var(--theme-success-500)',
  grid: 'var(--theme-elevation-150)',
  quiet: 'var(--theme-elevation-400)',
  text: 'var(--theme-elevation-600)',
} as const

const TICK = { fill: COLORS.text, fontSize: 11 }

/** What every axis of values has. */
export const Y_AXIS = {
  allowDecimals: false,
  axisLine: false,
  tick: TICK,
  tickLine: false,
  width: 52,
} as const

/** What is what, below a chart. */
export const LEGEND = (
  <Legend
    formatter={(name: string) => <span style={{ color: COLORS.text }}>{name}</span>}
    iconSize={10}
    itemSorter={null}
  />
)

/** A moment of a chart: `at` is when, and the others are values by their keys. */
export type ChartRow = { at: string } & Readonly<Record<string, null | number | string>>

type ChartFrameArgs = {
  /** How a value is written, which may depend on what it is of. */
  write: (value: number, key: string) => string
  /** How a moment is written at the axis and, with `isLong`, above what is told of it. */
  writeMoment: (at: string, isLong: boolean) => string
}

/** What all charts over time have: the grid, the time, and what is told of a moment. */
export const drawFrame = ({ write, writeMoment }: ChartFrameArgs): ReactNode => (
  <>
    <CartesianGrid stroke={COLORS.grid} vertical={false} />
    <XAxis
      axisLine={{ stroke: COLORS.grid }}
      dataKey="at"
      interval="preserveStartEnd"
      minTickGap={24}
      tick={TICK}
      tickFormatter={(at: string) => writeMoment(at, false)}
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
      formatter={(value, _name, { dataKey }) => write(Number(value), String(dataKey))}
      isAnimationActive={false}
      labelFormatter={(at) => (typeof at === 'string' ? writeMoment(at, true) : null)}
    />
  </>
)

/** One of the values of a chart. */
export type Series = { color: string; key: string; name: string }

type DrawBarsArgs = { rows: readonly ChartRow[]; series: readonly Series[] } & ChartFrameArgs

/** A chart of bars, in which all values of a moment stand on top of each other. */
export const drawBars = ({ rows, series, ...frame }: DrawBarsArgs): ReactElement => (
  <BarChart accessibilityLayer={false} data={rows}>
    {drawFrame(frame)}
    <YAxis {...Y_AXIS} tickFormatter={(value: number) => frame.write(value, '')} />
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
