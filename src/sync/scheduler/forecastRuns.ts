import type { RunStatistics } from '../store/runs/read/readRunStatistics.js'
import type { Candidate, Forecast } from './clashes/Clash.js'

/** What a schedule's runs will take, all its resources together, by what such runs took lately. */
export const forecastRuns =
  (statistics: readonly RunStatistics[]) =>
  (
    { connection, mode, provider, resource }: Candidate,
    resources?: readonly string[],
  ): Forecast => {
    const past = statistics.filter(
      (known) =>
        known.provider === provider &&
        known.connection === connection &&
        known.mode === mode &&
        (resource === null || known.resource === resource) &&
        (resources?.includes(known.resource) ?? true),
    )
    return past.length === 0
      ? null
      : {
          durationMs: past.reduce((sum, known) => sum + known.durationMs, 0),
          requests: past.reduce((sum, known) => sum + known.requests, 0),
        }
  }
