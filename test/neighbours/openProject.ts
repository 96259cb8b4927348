import pg from 'pg'

import type { Emulator } from '../../dev/emulator/Emulator.js'

import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import '../ProvidedContext.js'
import { installProject } from './installProject.js'
import { EDITOR_KEY } from './startSite.js'

export type Project = {
  close: () => Promise<void>
  database: pg.Client
  /** Takes everything away that was ever synced, and what is known of it. */
  empty: () => Promise<void>
  emulator: Emulator
  /** What the processes of the project need to know. */
  env: Record<string, string>
  folder: string
}

/** What providers fill, what search makes of it, and the plugin's own tables. */
const FIND_SYNCED = `
  select string_agg(format('%I', tablename), ', ') as tables from pg_tables
  where schemaname = 'public' and (tablename like 'sync\\_%' or tablename in
    ('countries', 'leagues', 'seasons', 'teams', 'players', 'matches', 'search'))`

/** The project installed, with a database and a provider of its own. Nothing of it runs yet. */
export const openProject = async (): Promise<Project> => {
  const { folder, remove } = await installProject()
  const url = await createTestDatabase()
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  await database.query('create schema own_queue; create table own_queue.done (doubled int)')
  const emulator = await startEmulator({
    rateLimitPerHour: 1_000_000,
    set: { files: ['2023-24/de.1'] },
  })
  return {
    close: async () => {
      await database.end()
      await emulator.close()
      remove()
    },
    database,
    empty: async () => {
      const { rows } = await database.query<{ tables: string }>(FIND_SYNCED)
      await database.query(`truncate ${rows[0]!.tables} cascade`)
    },
    emulator,
    env: {
      DATABASE_URL: url,
      EDITOR_KEY,
      SPORTMONKS_API_TOKEN: 'emulator',
      SPORTMONKS_BASE_URL: `${emulator.url}/v3`,
    },
    folder,
  }
}
