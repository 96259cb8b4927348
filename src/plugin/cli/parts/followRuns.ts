import type { Payload } from 'payload'

import type { Names } from '../../../sdk/names/Names.js'
import type { Run } from '../../../sync/run/Run.js'
import type { CommandArgs, ExitCode } from '../Command.js'

import { getNames } from '../../../sync/operations/getNames.js'
import { getRun } from '../../../sync/operations/runs/getRun.js'
import { listRuns } from '../../../sync/operations/runs/listRuns.js'
import { isActive } from '../../../sync/run/RunStatus.js'
import { drainSync } from '../../../sync/runtime/drainSync.js'
import { EXIT_CODES } from '../Command.js'
import { createProgressBar } from './createProgressBar.js'
import { formatRun, formatWays } from './formatRun.js'

type FollowRunsArgs = {
  isJson: boolean
  payload: Payload
  runIds: readonly Run['id'][]
} & Pick<CommandArgs, 'clock' | 'output' | 'signal'>

/**
 * Works on runs until they have ended, wherever that happens, and shows how far they are: with a
 * bar on a terminal, with a line per change of state otherwise, as JSON with every step. The worst
 * of the runs decides the exit code.
 */
export const followRuns = async ({
  clock,
  isJson,
  output,
  payload,
  runIds,
  signal,
}: FollowRunsArgs): Promise<ExitCode> => {
  const hasBar = output.isTerminal && !isJson
  const names = getNames(payload)
  const bar = createProgressBar({ clock, names, output })
  const shown = new Map<Run['id'], string>()

  const look = async (): Promise<Run[]> => {
    const filter = { id: runIds }
    const { docs } = await listRuns({ filter, limit: runIds.length, page: 1, payload })
    // In the order they were asked for, which is the order they are worked on.
    return docs.reverse()
  }
  const show = (runs: readonly Run[]): void => {
    const changed = runs.filter((run) => {
      // A bar tells of the states on the way by itself.
      const state = isJson ? JSON.stringify(run) : run.status
      const isNews = shown.get(run.id) !== state && !(hasBar && isActive(run))
      shown.set(run.id, state)
      return isNews
    })
    if (hasBar && changed.length > 0) {
      bar.clear()
    }
    changed.forEach((run) =>
      output.write(`${isJson ? JSON.stringify(run) : formatRun({ names, run })}\n`),
    )
    const running = runs.find(({ status }) => status === 'running')
    if (hasBar && running) {
      bar.draw(running)
    }
  }

  // One look at a time, so that no state is shown after a later one.
  let looking = Promise.resolve()
  const lookAgain = (): void => {
    // What keeps the look from working keeps the wait from working too, which then says so.
    looking = looking.then(async () => show(await look())).catch(() => undefined)
  }
  try {
    show(await look())
    if (!signal.aborted) {
      await drainSync({ onLook: lookAgain, payload, runIds, signal })
    }
    await looking
    const runs = await look()
    show(runs)
    const left = runs.filter(isActive)
    if (hasBar) {
      bar.clear()
    }
    if (!isJson) {
      for (const { id } of runs.filter((run) => !isActive(run))) {
        const line = formatWays(await getRun({ payload, runId: id }))
        if (line !== undefined) {
          output.write(`${line}\n`)
        }
      }
    }
    left.forEach((run) => output.writeError(`${formatLeft({ names, run })}\n`))
    return toExitCode(runs)
  } catch (error) {
    if (hasBar) {
      bar.clear()
    }
    const ids = runIds.join(', ')
    output.writeError(
      `This command waits no longer, but run ${ids} is not done: it goes on when a worker takes it. ` +
        'See "payload sync status".\n',
    )
    throw error
  }
}

/** Where a run is that nobody here waits for any more. */
const formatLeft = ({ names, run }: { names: Names; run: Run }): string => {
  const { id, status } = run
  return status === 'running'
    ? `Interrupted. Run ${id} (${names.work(run)}) goes on in another process. ` +
        `End it with "payload sync cancel ${id}".`
    : `Interrupted. Run ${id} (${names.work(run)}) is queued and goes on from where it is ` +
        `when a worker takes it. End it with "payload sync cancel ${id}".`
}

const toExitCode = (runs: readonly Run[]): ExitCode => {
  const statuses = new Set(runs.map(({ status }) => status))
  if (runs.some(isActive) || statuses.has('failed') || statuses.has('cancelled')) {
    return EXIT_CODES.failed
  }
  return statuses.has('partial') ? EXIT_CODES.partial : EXIT_CODES.success
}
