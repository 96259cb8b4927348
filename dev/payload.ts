import { spawn } from 'node:child_process'
import path from 'node:path'

import { startPostgres } from './postgres/startPostgres.js'
import { DEV_FOLDERS } from './start/DEV_FOLDERS.js'
import { findRunningApp } from './start/RunningApp.js'
import { startProvider } from './start/services/startProvider.js'

/** Commands that read the config only. */
const OFFLINE_COMMANDS = ['generate:importmap', 'generate:types', 'info']

type Surroundings = {
  close: () => Promise<void>
  env: Record<string, string>
}

/** The database and providers of the running dev app, or of our own for as long as we run. */
const openSurroundings = async (command: string | undefined): Promise<Surroundings> => {
  const running = await findRunningApp()

  if (running) {
    const { databaseUrl, providerEnv } = running
    return {
      close: () => Promise.resolve(),
      env: { ...providerEnv, DATABASE_URL: databaseUrl },
    }
  }

  if (command === undefined || OFFLINE_COMMANDS.includes(command)) {
    return { close: () => Promise.resolve(), env: {} }
  }

  const provider = await startProvider({ isWhole: true, set: 'demo' })

  if (process.env.DATABASE_URL) {
    return { close: provider.close, env: provider.env }
  }

  const postgres = await startPostgres({ dataDir: DEV_FOLDERS.postgres, persistent: true })

  return {
    close: async () => {
      await provider.close()
      await postgres.stop()
    },
    env: {
      ...provider.env,
      DATABASE_URL: await postgres.createDatabase('payload'),
    },
  }
}

const main = async (): Promise<void> => {
  const args = process.argv.slice(2)
  const { close, env } = await openSurroundings(args[0])
  const bin = path.join(DEV_FOLDERS.root, 'node_modules/payload/bin.js')
  const child = spawn(process.execPath, [bin, ...args], {
    env: {
      PAYLOAD_CONFIG_PATH: path.join(DEV_FOLDERS.app, 'payload.config.ts'),
      ...process.env,
      ...env,
    },
    stdio: 'inherit',
  })

  // A terminal sends its Ctrl-C to the child as well; we only have to outlive it.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))

  child.on('exit', (code) => {
    void close().finally(() => process.exit(code ?? 1))
  })
}

await main()
