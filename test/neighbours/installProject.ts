import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { packPlugin } from './packPlugin.js'
import { run } from './run.js'

/** Payload's command line now and then ends well, without a word, before it did anything. */
const MOST_TRIES = 10

const IMPORT_MAP = 'app/(payload)/admin/importMap.js'

/** Is kept and used again, by whoever works on this test. */
const { SYNC_NEIGHBOURS_BUILT, SYNC_NEIGHBOURS_FOLDER } = process.env

export type InstalledProject = { folder: string; remove: () => void }

/**
 * The project of this folder in one of its own, with the plugin as it would be published.
 * `SYNC_NEIGHBOURS_BUILT` takes the plugin as it was built last; `SYNC_NEIGHBOURS_FOLDER` names a
 * folder that is kept, and in which nothing is installed or built a second time.
 */
export const installProject = async (): Promise<InstalledProject> => {
  const folder =
    SYNC_NEIGHBOURS_FOLDER ?? mkdtempSync(path.join(tmpdir(), 'payload-plugin-sync-neighbours-'))
  const remove = (): void => {
    if (SYNC_NEIGHBOURS_FOLDER === undefined) {
      rmSync(folder, { force: true, recursive: true })
    }
  }
  try {
    cpSync(path.join(import.meta.dirname, 'project'), folder, { recursive: true })
    if (!existsSync(path.join(folder, 'node_modules'))) {
      await install(folder)
    }
    return { folder, remove }
  } catch (error) {
    remove()
    throw error
  }
}

const install = async (folder: string): Promise<void> => {
  await packPlugin({ folder, isBuilt: SYNC_NEIGHBOURS_BUILT !== undefined })
  await run({
    args: ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
    command: 'npm',
    cwd: folder,
  })
  for (let tries = 0; !existsSync(path.join(folder, IMPORT_MAP)); tries += 1) {
    if (tries === MOST_TRIES) {
      throw new Error('Payload made no import map.')
    }
    await run({ args: ['payload', 'generate:importmap'], command: 'npx', cwd: folder })
  }
}
