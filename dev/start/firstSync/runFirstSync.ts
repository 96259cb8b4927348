import { setTimeout as sleep } from 'node:timers/promises'

import type { SyncStatus } from '../../../src/sync/operations/status/SyncStatus.js'
import type { Run } from '../../../src/sync/run/Run.js'
import type { Api } from '../createApi.js'
import type { Output } from '../createOutput.js'

import { SAMPLED } from '../../samples/writeSamples.js'
import { formatProgress, formatSummary } from './formatRuns.js'

type RunFirstSyncArgs = {
  api: Api
  /** Imports of what was brought already, which are followed as well. */
  importing: readonly Pick<Run, 'id'>[]
  /** Sync even if everything was synced before. */
  isForced: boolean
  output: Output
  signal: AbortSignal
}

const POLL_MS = 500
const PLAIN_LINE_MS = 5000

const isEnded = ({ status }: Pick<Run, 'status'>): boolean =>
  status !== 'queued' && status !== 'running'

const isNeeded = ({ resources }: SyncStatus['providers'][number]): boolean =>
  resources.some(
    ({ activeRun, lastRun }) =>
      activeRun !== null ||
      lastRun === null ||
      lastRun.status === 'failed' ||
      lastRun.status === 'cancelled',
  )

/** Follows the runs until all have ended, one line for each. */
const follow = async ({
  api,
  ids,
  output,
  signal,
}: { ids: Run['id'][] } & Omit<RunFirstSyncArgs, 'importing' | 'isForced'>): Promise<Run[]> => {
  const runs = new Map<Run['id'], Run>()
  const lastLines = new Map<Run['id'], { at: number; status: string }>()

  for (;;) {
    for (const id of ids) {
      const known = runs.get(id)

      if (known && isEnded(known)) {
        continue
      }

      const run = await api<Run>(`/sync/logs/${id}`)
      runs.set(id, run)

      if (!output.isTerminal) {
        const last = lastLines.get(id)
        const isNews = run.status !== (last?.status ?? 'queued')
        const isDue = run.status === 'running' && Date.now() - (last?.at ?? 0) > PLAIN_LINE_MS

        if (isNews || isDue) {
          lastLines.set(id, { at: Date.now(), status: run.status })
          output.log(formatProgress(run))
        }
      }
    }

    const all = [...runs.values()]
    output.draw(all.map(formatProgress))

    if (all.every(isEnded)) {
      output.draw([])
      return all
    }

    await sleep(POLL_MS, undefined, { signal })
  }
}

/** Fills an empty database, or finishes what an earlier start began, and shows how it goes. */
export const runFirstSync = async ({
  api,
  importing,
  isForced,
  output,
  signal,
}: RunFirstSyncArgs): Promise<void> => {
  const { providers } = await api<SyncStatus>('/sync/status')
  // One without credentials refuses runs, and would keep the others from being followed. Those that
  // are sent archives have nothing to ask for.
  const needed = providers.filter(
    (provider) =>
      provider.isReady && !SAMPLED.includes(provider.name) && (isForced || isNeeded(provider)),
  )

  if (needed.length + importing.length === 0) {
    output.log('The records of an earlier start are there; no first sync is needed.')
    return
  }

  output.log('First full sync:')
  const ids: Run['id'][] = importing.map(({ id }) => id)

  for (const { name } of needed) {
    const { runs } = await api<{ runs: Pick<Run, 'id'>[] }>('/sync/trigger', {
      mode: 'full',
      provider: name,
    })
    ids.push(...runs.map(({ id }) => id))
  }

  const ended = await follow({ api, ids, output, signal })

  output.log('')
  formatSummary(ended).forEach(output.log)

  for (const { error, provider, resource } of ended) {
    if (error) {
      output.log(`${provider} ${resource}: ${error.message} (${error.code})`)
    }
  }
}
