// A worker process that reads an emulated gomafia.pro, for the project it is given as JSON. When it
// has to wait for its turn it says so, and sleeps until it is told that time has passed.
import { EventEmitter, once } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import { createInterface } from 'node:readline'
import timers from 'node:timers/promises'

import type { GomafiaTask } from './openGomafiaProject.js'

import { startSync } from '../../../src/sync/runtime/startSync.js'
import { NAPS } from './Hourglass.js'
import { openGomafiaProject } from './openGomafiaProject.js'

/** Whoever waits for a quota sleeps so long at a time; all other sleep is shorter. */
const NAP_MS = 1000

const turned = new EventEmitter().setMaxListeners(0)
let naps = 0
let turn = 0

const say = (): void => {
  process.stdout.write(`${JSON.stringify({ msg: NAPS, naps, turn })}\n`)
}

const sleep = timers.setTimeout
timers.setTimeout = (async (ms, value, options) => {
  if (ms !== NAP_MS) {
    return await sleep(ms, value, options)
  }
  naps += 1
  say()
  try {
    await once(turned, 'turned', { signal: options?.signal })
  } finally {
    naps -= 1
  }
  return value
}) as typeof sleep
syncBuiltinESMExports()

createInterface({ input: process.stdin })
  .on('line', (line) => {
    turn = Number(line)
    turned.emit('turned')
  })
  // Whoever started us holds the other end; a worker of a test that died must not stay.
  .once('close', () => process.exit(1))

const payload = await openGomafiaProject({
  isNew: false,
  onLog: (line) => process.stdout.write(line),
  task: JSON.parse(process.argv[2] ?? '') as GomafiaTask,
})
await startSync({ payload })
payload.logger.info({ msg: 'Worker ready.' })
