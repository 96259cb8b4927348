import { fileURLToPath } from 'node:url'

import { findFreePort } from '../../dev/processes/findFreePort.js'
import { RUN_TYPESCRIPT } from '../../dev/processes/RUN_TYPESCRIPT.js'
import { startProcess } from '../../dev/processes/startProcess.js'
import { startNext } from '../../dev/start/services/startNext.js'
import { startProvider } from '../../dev/start/services/startProvider.js'
import { waitUntilReady } from '../../dev/start/services/waitUntilReady.js'
import { buildNext } from './buildNext.js'
import { startBuiltNext } from './startBuiltNext.js'

type StartDevAppArgs = { databaseUrl: string }

export type DevApp = {
  appUrl: string
  close: () => Promise<void>
  emulatorUrl: string
}

const START_TIMEOUT_MS = 240_000

/** Makes the tables of the dev app, which a server in production leaves to migrations. */
const pushSchema = async ({ env }: { env: Record<string, string> }): Promise<void> => {
  const push = startProcess({
    args: [...RUN_TYPESCRIPT, fileURLToPath(new URL('pushSchema.ts', import.meta.url))],
    command: process.execPath,
    env: { ...process.env, DISABLE_PAYLOAD_HMR: 'true', NODE_ENV: 'development', ...env },
  })
  const { code } = await push.exited
  if (code !== 0) {
    throw new Error(`The tables of the dev app were not made:\n${push.lastOutput()}`)
  }
}

/** Runs the dev app on one season of one league, beside any that a developer runs for themselves. */
export const startDevApp = async ({ databaseUrl }: StartDevAppArgs): Promise<DevApp> => {
  const provider = await startProvider({ isWhole: true, set: { files: ['2023-24/de.1'] } })
  // Nothing here looks at the first, and what people pay begins with nothing.
  const { DEV_SUBSCRIPTIONS: _seeded, GOMAFIA_BASE_URL: _, ...env } = provider.env
  const appEnv = {
    DEV_SCHEDULER: 'off',
    ...env,
    DATABASE_URL: databaseUrl,
    DEV_DIST_DIR: '.next/e2e',
  }
  const isBuilt = process.env.BROWSER_TESTS_ON !== 'development'
  if (isBuilt) {
    await Promise.all([buildNext({ env: appEnv }), pushSchema({ env: appEnv })])
  }
  const port = await findFreePort()
  const start = isBuilt ? startBuiltNext : startNext
  const next = start({ env: appEnv, host: '127.0.0.1', onOutput: () => undefined, port })
  let isClosing = false
  const close = async (): Promise<void> => {
    isClosing = true
    await next.stop()
    await provider.close()
  }
  const ended = next.exited.then(() => {
    throw new Error(`The dev app ended early. It said last:\n${next.lastOutput()}`)
  })
  // Whoever looks at it later would only see a page that does not answer.
  ended.catch((error: unknown) => {
    if (!isClosing) {
      console.error(error)
    }
  })

  const appUrl = `http://127.0.0.1:${port}`
  try {
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
  return { appUrl, close, emulatorUrl: provider.url }
}
