import type { AddressInfo } from 'node:net'

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

import type { AskerTask } from './processes/asker.js'

import { RUN_TYPESCRIPT } from '../../dev/processes/RUN_TYPESCRIPT.js'
import { createRandom } from '../long/createRandom.js'
import { SEED } from '../long/SEED.js'
import { toCount } from '../long/toCount.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineCountedProvider } from './project/defineCountedProvider.js'
import { takeTurns } from './project/takeTurns.js'

const LIMIT = 10
/** Stands for the minute of a real provider. */
const WINDOW_MS = 2000
const PROCESSES = 2
/** Turns of the event loop that an answer may take: some milliseconds. */
const MOST_TURNS = 2000
const REQUESTS_EACH = toCount({ long: 150, short: 25 })

/** A server that takes ten requests a window, counts for itself, and answers in any order. */
const startCountingServer = async () => {
  const random = createRandom(SEED)
  const windows: number[] = []
  let refused = 0
  let endsAt = 0
  const server = createServer((_request, response) => {
    const now = Date.now()
    if (now >= endsAt) {
      endsAt = now + WINDOW_MS
      windows.push(0)
    }
    const count = (windows.pop() ?? 0) + 1
    windows.push(count)
    refused += count > LIMIT ? 1 : 0
    const status = count > LIMIT ? 429 : 200
    void takeTurns(random() * MOST_TURNS).then(() => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-limit': LIMIT,
        'x-remaining': Math.max(0, LIMIT - count),
        'x-resets-in-ms': Math.max(0, endsAt - Date.now()),
      })
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}`, refused: () => refused, windows }
}

const startAsker = (task: AskerTask) => {
  const child = spawn(
    process.execPath,
    [...RUN_TYPESCRIPT, path.join(import.meta.dirname, 'processes/asker.ts'), JSON.stringify(task)],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['pipe', 'ignore', 'inherit'] },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return once(child, 'exit')
}

it('should never send more than ten requests a window, from two processes together', async () => {
  console.log(`Seed: ${SEED}`)
  const { baseUrl, refused, windows } = await startCountingServer()
  const { databaseUrl, payload } = await createTestProject({
    options: { providers: [defineCountedProvider({ baseUrl })] },
  })
  onTestFinished(() => payload.destroy())
  const task = { atOnce: 4, baseUrl, databaseUrl, requests: REQUESTS_EACH }

  const exits = await Promise.all(Array.from({ length: PROCESSES }, () => startAsker(task)))

  expect(exits.map(([code]: unknown[]) => code)).toEqual([0, 0])
  console.log(`Requests by window: ${windows.join(', ')}`)
  expect(refused()).toBe(0)
  expect(Math.max(...windows)).toBeLessThanOrEqual(LIMIT)
  expect(windows.reduce((sum, count) => sum + count, 0)).toBe(PROCESSES * REQUESTS_EACH)
})
