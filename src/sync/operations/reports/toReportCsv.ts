import { stringify } from 'csv-stringify/sync'

import type { Figures } from '../../store/reports/findFigures.js'
import type { SyncReport } from './getReport.js'

import { COUNT_NAMES } from '../../run/Run.js'

type Row = Record<string, null | number | string>

/**
 * A report as CSV: a line for all in all, for each provider, connection, schedule and part of the
 * time. Durations and delays are in milliseconds, the rate is a share of 1. A text that a spreadsheet
 * would take for a formula is marked as text.
 */
export const toReportCsv = ({
  buckets,
  connections,
  from,
  providers,
  schedules,
  to,
  total,
}: SyncReport): string => {
  const rows = [
    toRow({ figures: total, of: 'total' }),
    ...providers.map((figures) => toRow({ figures, of: 'provider', ...pick(figures) })),
    ...connections.map((figures) => toRow({ figures, of: 'connection', ...pick(figures) })),
    ...schedules.map((figures) =>
      toRow({ figures, label: figures.title, of: 'schedule', ...pick(figures), id: figures.id }),
    ),
    ...buckets.map((figures) => toRow({ at: figures.at, figures, of: 'part' })),
  ]
  return stringify(
    rows.map((row) => ({ ...row, from: row.at || from, to })),
    { columns: COLUMNS, escape_formulas: true, header: true },
  )
}

const pick = ({
  connection = null,
  label,
  provider = null,
}: {
  connection?: null | string
  label?: string
  provider?: null | string
}) => ({ connection, provider, ...(label !== undefined && { label }) })

type ToRowArgs = {
  at?: string
  connection?: null | string
  figures: Figures
  id?: number | string
  label?: string
  of: string
  provider?: null | string
}

const toRow = ({ figures, ...about }: ToRowArgs): Row => ({
  ...about,
  ...figures.runs,
  durationMedianMs: figures.durationMs.median,
  durationP95Ms: figures.durationMs.p95,
  failures: figures.failures.map(({ code, runs }) => `${code}: ${runs}`).join('; '),
  loopDelayMs: figures.loopDelayMs,
  peakMemoryMb: figures.peakMemoryMb,
  requests: figures.requests,
  retries: figures.retries,
  successRate: figures.successRate,
  ...Object.fromEntries(COUNT_NAMES.map((name) => [name, figures.records[name]])),
})

const COLUMNS = [
  'of',
  'provider',
  'connection',
  'id',
  'label',
  'from',
  'to',
  'total',
  'completed',
  'partial',
  'failed',
  'cancelled',
  'successRate',
  'durationMedianMs',
  'durationP95Ms',
  'requests',
  'retries',
  ...COUNT_NAMES,
  'failures',
  'peakMemoryMb',
  'loopDelayMs',
]
