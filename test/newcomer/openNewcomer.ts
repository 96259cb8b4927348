import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import '../ProvidedContext.js'
import { packPlugin } from '../neighbours/packPlugin.js'
import { run } from '../neighbours/run.js'

const HERE = path.join(import.meta.dirname, 'project')
const NEIGHBOURS = path.join(import.meta.dirname, '../neighbours/project')

/** What every Payload project has, whatever else is in it. */
const PANEL = ['admin/[[...segments]]', 'api/[...slug]', 'layout.tsx']

export type Newcomer = {
  close: () => Promise<void>
  database: () => pg.Client
  /** What every process of the project needs to know. */
  env: Record<string, string>
  folder: string
  /** Goes on with a database that is new. */
  renewDatabase: () => Promise<void>
  tarball: string
}

/**
 * A blank Payload project of packages from npm, a database, a provider, and the plugin as packed.
 * `SYNC_NEWCOMER_BUILT` takes the plugin as it was built last.
 */
export const openNewcomer = async (): Promise<Newcomer> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-plugin-sync-newcomer-'))
  const emulator = await startEmulator({
    rateLimitPerHour: 1_000_000,
    set: { files: ['2024-25/sco.1'] },
  })
  let database: pg.Client | undefined
  const env: Record<string, string> = {
    PAYLOAD_SECRET: 'only-for-tests',
    SPORTMONKS_API_TOKEN: 'emulator',
    SPORTMONKS_BASE_URL: `${emulator.url}/v3`,
  }
  const renewDatabase = async (): Promise<void> => {
    await database?.end()
    env.DATABASE_URL = await createTestDatabase()
    database = new pg.Client({ connectionString: env.DATABASE_URL })
    await database.connect()
  }
  const close = async (): Promise<void> => {
    await database?.end()
    await emulator.close()
    rmSync(folder, { force: true, recursive: true })
  }
  try {
    cpSync(HERE, folder, { recursive: true })
    for (const part of PANEL) {
      const place = path.join('app/(payload)', part)
      cpSync(path.join(NEIGHBOURS, place), path.join(folder, place), { recursive: true })
    }
    const tarball = await packPlugin({
      folder,
      isBuilt: process.env.SYNC_NEWCOMER_BUILT !== undefined,
    })
    await run({
      args: ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
      command: 'npm',
      cwd: folder,
    })
    await renewDatabase()
    return { close, database: () => database!, env, folder, renewDatabase, tarball }
  } catch (error) {
    await close()
    throw error
  }
}
