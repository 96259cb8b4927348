import type { DevOptions } from './DevOptions.js'

import { startPostgres } from '../postgres/startPostgres.js'
import { writeSamples } from '../samples/writeSamples.js'
import { choosePort } from './choosePort.js'
import { createApi } from './createApi.js'
import { createOutput } from './createOutput.js'
import { DEV_FOLDERS } from './DEV_FOLDERS.js'
import { bringSamples } from './firstSync/bringSamples.js'
import { runFirstSync } from './firstSync/runFirstSync.js'
import { findRunningApp, removeRunningApp, writeRunningApp } from './RunningApp.js'
import { startNext } from './services/startNext.js'
import { startProvider } from './services/startProvider.js'
import { startWorker } from './services/startWorker.js'
import { waitUntilReady } from './services/waitUntilReady.js'
import { warmPages } from './services/warmPages.js'
import { StartError } from './StartError.js'

type Part = {
  exited: Promise<unknown>
  lastOutput: () => string
  name: string
}

const DATABASE_NAME = 'payload'
/** One Ctrl-C reaches us twice under npm: from the terminal, and passed on by npm. */
const IMPATIENCE_MS = 1000
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** Runs the dev app until a signal, or until one of its parts ends; then ends them all. */
export const runDevApp = async ({ options }: { options: DevOptions }): Promise<void> => {
  const abort = new AbortController()
  const { signal } = abort
  const output = createOutput({ stream: process.stdout })
  const { log } = output
  /** In the order of starting; ended in the opposite order. */
  const closers: (() => Promise<unknown>)[] = []

  let isEnding = false
  const end = async (exitCode: number): Promise<void> => {
    if (isEnding) {
      return
    }

    isEnding = true
    abort.abort()

    for (const close of closers.reverse()) {
      await close().catch((error: unknown) => log(String(error)))
    }

    process.exit(exitCode)
  }

  let askedAt = 0
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (askedAt === 0) {
        askedAt = Date.now()
        log('\nStopping.')
        void end(0)
      } else if (Date.now() - askedAt > IMPATIENCE_MS) {
        // Asked again: go at once. What we started notices that we are gone and ends too.
        process.exit(130)
      }
    })
  }

  const watch = ({ name, exited, lastOutput }: Part): void => {
    void exited.then(() => {
      if (!isEnding) {
        log(`${name} has ended unexpectedly. It said last:\n\n${lastOutput()}\n`)
        void end(1)
      }
    })
  }

  const openDatabase = async (): Promise<string> => {
    if (options.databaseUrl) {
      log('Using the PostgreSQL of DATABASE_URL.')
      return options.databaseUrl
    }

    const postgres = await startPostgres({
      dataDir: DEV_FOLDERS.postgres,
      isFresh: options.isFresh,
      persistent: true,
    })
    closers.push(postgres.stop)
    watch({ ...postgres, name: 'PostgreSQL' })
    const url = await postgres.createDatabase(DATABASE_NAME)
    log(`PostgreSQL runs on port ${new URL(url).port}.`)

    return url
  }

  try {
    const running = await findRunningApp()

    if (running) {
      throw new StartError(
        `The dev app runs already, as process ${running.pid}, at ${running.url}/admin`,
      )
    }

    const port = await choosePort({ log, wanted: options.port })
    const baseUrl = `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}`
    const databaseUrl = await openDatabase()

    const provider = await startProvider({ isWhole: true, set: options.set })
    closers.push(provider.close)
    log(`The emulator of the providers runs at ${provider.url}`)

    await writeRunningApp({
      databaseUrl,
      pid: process.pid,
      providerEnv: provider.env,
      url: baseUrl,
    })
    closers.push(removeRunningApp)

    log('Starting the app. The first time this takes a while, because everything is compiled.')
    const env = { ...provider.env, DATABASE_URL: databaseUrl }
    // First, so that the two do not both make the tables of an empty database.
    const worker = await startWorker({ env, onOutput: output.addServerOutput })
    closers.push(() => worker.stop())
    watch({ ...worker, name: 'The worker' })
    const next = startNext({
      env: { ...env, DEV_WORKER: 'apart' },
      host: options.host,
      onOutput: output.addServerOutput,
      port,
    })
    closers.push(() => next.stop())
    watch({ ...next, name: 'The app' })

    await waitUntilReady({ baseUrl, lastOutput: next.lastOutput, signal })

    const api = createApi({ baseUrl, signal })
    const samples = await writeSamples({ folder: DEV_FOLDERS.samples, now: new Date() })
    try {
      const importing = await bringSamples({ api, baseUrl, samples, signal })
      await runFirstSync({ api, importing, isForced: options.set === 'all', output, signal })
    } catch (error) {
      // The app is worth a look all the same, and has a button to try again.
      signal.throwIfAborted()
      log(`The first sync did not go through: ${String(error)}`)
    }

    await warmPages({ baseUrl, log, signal })
    log(`\nArchives to try an import with are in ${DEV_FOLDERS.samples}`)
    log(`What the signed-in user pays: ${baseUrl}/admin/spending`)
    log(`Ready: ${baseUrl}/admin    (Ctrl-C ends everything)\n`)
    output.releaseServerOutput()
  } catch (error) {
    if (!isEnding) {
      console.error(error instanceof StartError ? error.message : error)
      await end(1)
    }
  }
}
