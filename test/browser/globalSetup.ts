import type { TestProject } from 'vitest/node'

import { randomBytes } from 'node:crypto'

import { createDatabase } from '../../dev/postgres/createDatabase.js'
import { findFreePort } from '../../dev/processes/findFreePort.js'
import { startNext } from '../../dev/start/startNext.js'
import { startProvider } from '../../dev/start/startProvider.js'
import { waitUntilReady } from '../../dev/start/waitUntilReady.js'
import { openTestServer } from '../database/openTestServer.js'
import { TEST_DATABASE_PREFIX } from '../database/TEST_DATABASE_PREFIX.js'
import '../ProvidedContext.js'

const START_TIMEOUT_MS = 240_000

/** Runs the dev app on an empty database and one season of one league, beside any that a developer runs for themselves. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) {
      await end()
    }
  }

  try {
    const server = await openTestServer()
    closers.push(server.close)
    const provider = await startProvider({ set: { files: ['2023-24/de.1'] } })
    closers.push(provider.close)
    const port = await findFreePort()
    const next = startNext({
      env: {
        DEV_SCHEDULER: 'off',
        ...provider.env,
        DATABASE_URL: await createDatabase({
          name: `${TEST_DATABASE_PREFIX}browser_${randomBytes(6).toString('hex')}`,
          adminUrl: server.url,
        }),
        DEV_DIST_DIR: '.next/e2e',
      },
      host: '127.0.0.1',
      onOutput: () => undefined,
      port,
    })
    closers.push(next.stop)
    const ended = next.exited.then(() => {
      throw new Error(`The dev app ended early. It said last:\n${next.lastOutput()}`)
    })
    // All that comes later would only see a page that does not answer.
    ended.catch((error: unknown) => closers.length > 0 && console.error(error))

    const appUrl = `http://127.0.0.1:${port}`
    provide('appUrl', appUrl)
    provide('emulatorUrl', provider.url)
    await Promise.race([
      waitUntilReady({
        baseUrl: appUrl,
        lastOutput: next.lastOutput,
        signal: AbortSignal.timeout(START_TIMEOUT_MS),
      }),
      ended,
    ])
  } catch (error) {
    await close()
    throw error
  }

  return close
}
