import type { Names } from '../../../sdk/names/Names.js'
import type { Run } from '../../../sync/run/Run.js'

const numbers = new Intl.NumberFormat('en')

/** What a run did so far; nothing before it did anything. */
const formatCounts = ({ counts, progress, status }: Run): string[] => {
  const { created, deferred, fetched, invalid, unchanged, updated } = counts
  const words = [
    `${numbers.format(created)} new`,
    `${numbers.format(updated)} changed`,
    `${numbers.format(unchanged)} same`,
    ...(deferred > 0 ? [`${numbers.format(deferred)} deferred`] : []),
    ...(invalid > 0 ? [`${numbers.format(invalid)} invalid`] : []),
  ]
  return [
    ...(status === 'running' && progress.scopesTotal
      ? [`part ${progress.scopesDone + 1} of ${progress.scopesTotal}`]
      : []),
    ...(fetched > 0 ? [words.join(', ')] : []),
  ]
}

type FormatRunArgs = { names: Names; run: Run }

/** A run in one line: where it stands and what it did so far. */
export const formatRun = ({ names, run }: FormatRunArgs): string => {
  const { id, error, retryAt, status } = run
  return [
    `Run ${id}: ${names.work(run)}, ${status}`,
    ...formatCounts(run),
    ...(error ? [error.message] : []),
    ...(retryAt ? [`${status === 'queued' ? 'tried again' : 'goes on'} at ${retryAt}`] : []),
  ].join(' · ')
}

type FormatWaysArgs = { id: Run['id']; ways: Readonly<Record<string, number>> }

/** By which ways a run was read, in one line; `undefined` where its provider has but one. */
export const formatWays = ({ id, ways }: FormatWaysArgs): string | undefined => {
  const words = Object.entries(ways)
    .toSorted(([one, first], [other, second]) => second - first || one.localeCompare(other))
    .map(([way, pages]) => `${way} (${numbers.format(pages)} ${pages === 1 ? 'page' : 'pages'})`)
  return words.length > 0 ? `Run ${id} was read by ${words.join(', ')}.` : undefined
}
