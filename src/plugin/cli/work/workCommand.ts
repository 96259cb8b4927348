import { once } from 'node:events'

import type { Lane } from '../../../sync/run/Run.js'
import type { Command } from '../Command.js'

import { LANES } from '../../../sync/run/Run.js'
import { hasRuntime } from '../../../sync/runtime/Runtime.js'
import { startSync, stopSync } from '../../../sync/runtime/startSync.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'work [--concurrency N] [--queues live,bulk]'

/** As the option of the same name in `syncPlugin`. */
const MOST = 50

/** `payload sync work`: works on queued runs until it is told to stop. */
export const workCommand: Command = {
  description:
    'Works on queued runs until it is stopped: N at once of each of the queues. The first Ctrl-C ' +
    'or SIGTERM lets the batch in work finish, the second ends at once.',
  run: async ({ args, openPayload, output, signal }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: {
        concurrency: { type: 'string' },
        // What they were called before.
        lanes: { type: 'string' },
        queues: { type: 'string' },
      },
      usage: USAGE,
    })
    const concurrency = parseConcurrency(values.concurrency)
    const lanes = parseLanes(values.queues ?? values.lanes)
    const payload = await openPayload()
    if (signal.aborted) {
      return EXIT_CODES.success
    }
    if (hasRuntime({ kind: 'workers', payload })) {
      output.writeError('This process has workers already; they go on as they are.\n')
    }
    await startSync({ concurrency, lanes, payload })
    const atOnce = concurrency === undefined ? '' : `, ${concurrency} at once of each`
    output.write(
      `Ready: working on the queues ${lanes.join(' and ')}${atOnce} (pid ${process.pid}).\n`,
    )
    if (!signal.aborted) {
      await once(signal, 'abort')
    }
    output.write(
      'Stopping: the batch in work is finished first. A second Ctrl-C or SIGTERM ends at once.\n',
    )
    await stopSync({ payload })
    return EXIT_CODES.success
  },
  usage: USAGE,
}

const parseConcurrency = (text: string | undefined): number | undefined => {
  if (text === undefined) {
    return undefined
  }
  const concurrency = Number(text)
  if (!/^\d+$/.test(text) || concurrency < 1 || concurrency > MOST) {
    throw new CommandError(`--concurrency is a whole number from 1 to ${MOST} (was "${text}").`)
  }
  return concurrency
}

const isLane = (word: string): word is Lane => LANES.some((lane) => lane === word)

const parseLanes = (text: string | undefined): readonly Lane[] => {
  if (text === undefined) {
    return LANES
  }
  const words = text.split(',').map((word) => word.trim())
  if (!words.every(isLane)) {
    throw new CommandError(`--queues is ${LANES.join(', ')} or both, with a comma (was "${text}").`)
  }
  return LANES.filter((lane) => words.includes(lane))
}
