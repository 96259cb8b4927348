import type { SyncMode } from '../../sdk/index.js'
import type { Run } from '../../sync/run/Run.js'
import type { Command, ExitCode, Output } from './Command.js'

import { SYNC_MODES } from '../../sdk/index.js'
import { getRun } from '../../sync/operations/getRun.js'
import { startRun } from '../../sync/operations/startRun.js'
import { drainSync } from '../../sync/runtime/drainSync.js'
import { EXIT_CODES } from './Command.js'
import { CommandError } from './CommandError.js'
import { formatRun } from './formatRun.js'
import { parseCommand } from './parseCommand.js'

const USAGE =
  'run <provider> [resource] [--mode full|incremental|live] [--connection ID] [--wait] [--json]'

const isMode = (value: string): value is SyncMode => SYNC_MODES.some((mode) => mode === value)

/** The worst of the runs decides. */
const toExitCode = (runs: readonly Run[]): ExitCode => {
  const statuses = new Set(runs.map(({ status }) => status))
  const isLeft = statuses.has('queued') || statuses.has('running')
  if (isLeft || statuses.has('failed') || statuses.has('cancelled')) {
    return EXIT_CODES.failed
  }
  return statuses.has('partial') ? EXIT_CODES.partial : EXIT_CODES.success
}

type ShowArgs = { isJson: boolean; output: Output; run: Run }

const show = ({ isJson, output, run }: ShowArgs): void => {
  output.write(`${isJson ? JSON.stringify(run) : formatRun(run)}\n`)
}

/** `payload sync run`: queues runs, and with `--wait` works on them until they have ended. */
export const runCommand: Command = {
  description: 'Starts a sync',
  run: async ({ args, output, payload, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 2,
      options: {
        connection: { type: 'string' },
        json: { type: 'boolean' },
        mode: { type: 'string', default: 'full' },
        wait: { type: 'boolean' },
      },
      usage: USAGE,
    })
    const [provider, resource] = positionals
    const { connection, json: isJson = false, mode } = values
    if (!provider) {
      throw new CommandError(`Name a provider.\nUsage: payload sync ${USAGE}`)
    }
    if (!isMode(mode)) {
      throw new CommandError(`--mode is ${SYNC_MODES.join(', ')} (was "${mode}").`)
    }

    const runs = await startRun({
      connection,
      initiatedBy: null,
      mode,
      payload,
      provider,
      resource,
      trigger: 'cli',
    })
    if (!values.wait) {
      runs.forEach((run) => show({ isJson, output, run }))
      return EXIT_CODES.success
    }

    const canDrawOver = output.isTerminal && !isJson
    await drainSync({
      onLook: (open) => {
        const running = open.find(({ status }) => status === 'running')
        if (canDrawOver && running) {
          output.write(`\r\u001B[2K${formatRun(running)}`)
        }
      },
      payload,
      runIds: runs.map(({ id }) => id),
      signal,
    })
    if (canDrawOver) {
      output.write('\r\u001B[2K')
    }
    const ended = await Promise.all(runs.map(({ id }) => getRun({ payload, runId: id })))
    ended.forEach((run) => show({ isJson, output, run }))
    return toExitCode(ended)
  },
  usage: USAGE,
}
