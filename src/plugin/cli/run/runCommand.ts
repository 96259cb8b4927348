import type { Payload } from 'payload'

import type { SyncMode } from '../../../sdk/index.js'
import type { Run } from '../../../sync/run/Run.js'
import type { Command, CommandArgs } from '../Command.js'

import { SYNC_MODES } from '../../../sdk/index.js'
import { getNames } from '../../../sync/operations/getNames.js'
import { listRuns } from '../../../sync/operations/runs/listRuns.js'
import { startRun } from '../../../sync/operations/runs/startRun.js'
import { profileRuns } from '../../../sync/run/profile/RunProfile.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'
import { followRuns } from '../parts/followRuns.js'
import { formatRun } from '../parts/formatRun.js'
import { formatProfile } from './formatProfile.js'

const USAGE =
  'run <provider> [resource] [--mode full|incremental|live] [--connection ID] [--wait] [--profile] [--json]'

const isMode = (value: string): value is SyncMode => SYNC_MODES.some((mode) => mode === value)

/** `payload sync run`: queues runs, and with `--wait` works on them until they have ended. */
export const runCommand: Command = {
  description: 'Queues a sync. With --wait it works on it here and ends when the sync has ended.',
  run: async ({ args, clock, openPayload, output, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 2,
      options: {
        connection: { type: 'string' },
        json: { type: 'boolean' },
        mode: { type: 'string', default: 'full' },
        profile: { type: 'boolean' },
        wait: { type: 'boolean' },
      },
      usage: USAGE,
    })
    const [provider, resource] = positionals
    const { connection, json: isJson = false, mode, profile: isProfiled = false, wait } = values
    // What another process does is not seen here.
    const canWait = wait === true || isProfiled
    if (!provider) {
      throw new CommandError(`Name a provider.\nUsage: payload sync ${USAGE}`)
    }
    if (!isMode(mode)) {
      throw new CommandError(`--mode is ${SYNC_MODES.join(', ')} (was "${mode}").`)
    }

    const hasBar = output.isTerminal && canWait
    const payload = await openPayload({ isJson, logLevel: hasBar ? 'warn' : 'info' })
    const names = getNames(payload)
    const readTimes = isProfiled ? profileRuns(payload) : undefined
    const before: Run[] = []
    const runs = await startRun({
      connection,
      initiatedBy: null,
      mode,
      onQueuedBefore: (run) => before.push(run),
      payload,
      provider,
      resource,
      trigger: 'cli',
    })
    before.forEach((run) => {
      output.writeError(`${names.work(run)} is already queued: run ${run.id}.\n`)
    })
    for (const run of runs) {
      const running = await findRunning({ payload, run })
      if (running) {
        output.writeError(
          `${names.work(run)} is already running: run ${running.id}. ` +
            `Run ${run.id} goes next.\n`,
        )
      }
    }
    if (canWait) {
      const runIds = runs.map(({ id }) => id)
      const code = await followRuns({ clock, isJson, output, payload, runIds, signal })
      if (readTimes) {
        await showTimes({ isJson, output, payload, readTimes, runIds })
      }
      return code
    }
    runs.forEach((run) =>
      output.write(`${isJson ? JSON.stringify(run) : formatRun({ names, run })}\n`),
    )
    return EXIT_CODES.success
  },
  usage: USAGE,
}

type ShowTimesArgs = {
  isJson: boolean
  output: CommandArgs['output']
  payload: Payload
  readTimes: ReturnType<typeof profileRuns>
  runIds: readonly Run['id'][]
}

/** Where the time of each run went, as far as this process did it. */
const showTimes = async ({
  isJson,
  output,
  payload,
  readTimes,
  runIds,
}: ShowTimesArgs): Promise<void> => {
  const filter = { id: runIds }
  const { docs } = await listRuns({ filter, limit: runIds.length, page: 1, payload })
  for (const run of docs.toReversed()) {
    const times = readTimes(run.id)
    const text = isJson
      ? JSON.stringify({ profile: times, run: run.id })
      : formatProfile({ run, times })
    output.write(`${text}\n`)
  }
}

/** The run at work on the same records. */
const findRunning = async ({ payload, run }: { payload: Payload; run: Run }) => {
  const { connection, lane, provider, resource } = run
  const filter = { connection, lane, provider, resource, status: 'running' as const }
  const { docs } = await listRuns({ filter, limit: 1, page: 1, payload })
  return docs.find(({ id }) => id !== run.id)
}
