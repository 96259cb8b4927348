import type { Run } from '../../../src/sync/run/Run.js'

const numbers = new Intl.NumberFormat('en')

/** Provider, resource and result; the rest are numbers. */
const TEXT_COLUMNS = 3

const pad = (cells: string[], widths: number[]): string =>
  cells
    .map((cell, index) => {
      const width = widths[index] ?? 0
      return index < TEXT_COLUMNS ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
    .trimEnd()

const toSeconds = ({ finishedAt, startedAt }: Run): string =>
  startedAt && finishedAt
    ? `${((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1)} s`
    : ''

/** One line that tells where a run stands. */
export const formatProgress = ({ counts, progress, provider, resource, status }: Run): string => {
  const { label, scopesDone, scopesTotal } = progress
  const isRunning = status === 'running'
  const scopes = isRunning && scopesTotal !== null ? `${scopesDone} of ${scopesTotal} parts` : ''
  const read = counts.fetched > 0 || !isRunning ? `${numbers.format(counts.fetched)} read` : ''

  return [
    provider.padEnd(14),
    resource.padEnd(12),
    status.padEnd(10),
    (status === 'queued' ? '' : read).padStart(12),
    scopes.padStart(18),
    isRunning ? (label ?? '') : '',
  ]
    .join('  ')
    .trimEnd()
}

/** A table with one row per run. */
export const formatSummary = (runs: Run[]): string[] => {
  const rows = [
    [
      'provider',
      'resource',
      'result',
      'read',
      'created',
      'updated',
      'unchanged',
      'invalid',
      'time',
    ],
    ...runs.map((run) => [
      run.provider,
      run.resource,
      run.status,
      numbers.format(run.counts.fetched),
      numbers.format(run.counts.created),
      numbers.format(run.counts.updated),
      numbers.format(run.counts.unchanged),
      numbers.format(run.counts.invalid),
      toSeconds(run),
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))

  return rows.map((row) => pad(row, widths))
}
