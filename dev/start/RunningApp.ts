import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { getCommandLine } from '../processes/getCommandLine.js'
import { isAlive } from '../processes/isAlive.js'
import { DEV_FOLDERS } from './DEV_FOLDERS.js'

/** A running dev app, as other commands of the project need to know it. */
export type RunningApp = {
  databaseUrl: string
  pid: number
  /** Where each provider is, as the config reads it. */
  providerEnv: Record<string, string>
  url: string
}

const FILE = path.join(DEV_FOLDERS.data, 'running.json')

/** The dev app that runs in this project, or `null`. */
export const findRunningApp = async (): Promise<null | RunningApp> => {
  try {
    const app = JSON.parse(await readFile(FILE, 'utf8')) as RunningApp

    return isAlive(app.pid) && getCommandLine(app.pid).includes('start.mjs') ? app : null
  } catch {
    return null
  }
}

export const writeRunningApp = async (app: RunningApp): Promise<void> => {
  await mkdir(DEV_FOLDERS.data, { recursive: true })
  // Holds the password of the database.
  await writeFile(FILE, `${JSON.stringify(app)}\n`, { mode: 0o600 })
}

export const removeRunningApp = () => rm(FILE, { force: true })
