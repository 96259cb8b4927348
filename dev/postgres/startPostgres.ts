import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { ServerAccount } from './account/ServerAccount.js'
import type { PostgresBinaries } from './ensureBinaries.js'

import { findFreePort } from '../processes/findFreePort.js'
import { startProcess } from '../processes/startProcess.js'
import { findServerAccount } from './account/findServerAccount.js'
import { canConnect } from './canConnect.js'
import { createDatabase } from './createDatabase.js'
import { ensureBinaries } from './ensureBinaries.js'
import { ensureHome } from './ensureHome.js'
import { findOwner, removeOwner, writeOwner } from './PostgresOwner.js'
import { stopLeftover } from './stopLeftover.js'

type StartPostgresArgs = {
  /**
   * Where the data is kept. Below a folder that the server's account cannot enter, which happens
   * only to root, another place is taken instead.
   * @default a new folder for temporary files
   */
  dataDir?: string
  /**
   * Removes what an earlier start left in `dataDir`.
   * @default false
   */
  isFresh?: boolean
  /** `false` removes the data when the server stops, and trades safety for speed. */
  persistent: boolean
}

export type StartedPostgres = {
  /** Creates a database if there is none of this name, and gives its URL. */
  createDatabase: (name: string) => Promise<string>
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<unknown>
  lastOutput: () => string
  /** Ends the server. May be repeated. */
  stop: () => Promise<void>
  /** Of the database `postgres`, as its superuser. */
  url: string
}

const START_TIMEOUT_MS = 60_000
const POLL_MS = 50
const MAX_PORT_TRIES = 3

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  // Sockets would need a folder that every account can write to, and nobody here uses them.
  unix_socket_directories: '',
}

/** Losing the last moment of a dev database is no loss; losing the whole of it would be one. */
const PERSISTENT_SETTINGS = { synchronous_commit: 'off' }
const THROWAWAY_SETTINGS = {
  // Nothing lives long enough to need it, and what it looks at cannot be tidied meanwhile.
  autovacuum: 'off',
  fsync: 'off',
  full_page_writes: 'off',
  // Hundreds of databases are made and dropped, and none is restored.
  max_wal_senders: '0',
  max_wal_size: '256MB',
  synchronous_commit: 'off',
  wal_level: 'minimal',
}

type ClusterArgs = {
  account: ServerAccount | undefined
  binaries: PostgresBinaries
  home: string
}

const readPassword = async (home: string): Promise<string> =>
  (await readFile(path.join(home, 'password'), 'utf8')).trim()

const createCluster = async ({ account, binaries, home }: ClusterArgs): Promise<void> => {
  const password = randomBytes(18).toString('base64url')
  // Made under another name first: one that was interrupted must not pass for a whole one.
  const partial = path.join(home, 'cluster.partial')
  const passwordFile = path.join(home, 'password.partial')
  await rm(partial, { force: true, recursive: true })
  await mkdir(partial, { mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })

  if (account) {
    await chown(partial, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }

  const { error, status, stderr } = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${partial}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same everywhere, whatever locales the machine has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      '--no-sync',
      '--username=postgres',
    ],
    { cwd: '/', encoding: 'utf8', gid: account?.gid, uid: account?.uid },
  )

  if (status !== 0) {
    throw new Error(`PostgreSQL could not make its data folder: ${error?.message ?? stderr.trim()}`)
  }

  await rm(passwordFile)
  await writeFile(path.join(home, 'password'), `${password}\n`, { mode: 0o600 })
  await rename(partial, path.join(home, 'cluster'))
}

const checkCluster = async ({ account, binaries, home }: ClusterArgs): Promise<void> => {
  const cluster = path.join(home, 'cluster')
  const { uid } = await lstat(cluster)

  if (uid !== (account?.uid ?? process.getuid?.())) {
    throw new Error(
      `The dev database in ${home} was made by another user of this machine. ` +
        'Remove the folder, or set DATABASE_URL.',
    )
  }

  const madeBy = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const { stdout } = spawnSync(binaries.postgres, ['--version'], { cwd: '/', encoding: 'utf8' })

  if (!stdout.includes(` ${madeBy}.`)) {
    throw new Error(
      `The dev database in ${home} was made by PostgreSQL ${madeBy}, and this is ` +
        `${stdout.trim()}. Remove the folder to start with an empty one.`,
    )
  }
}

const startServer = async ({
  account,
  binaries,
  home,
  persistent,
}: { persistent: boolean } & ClusterArgs) => {
  const password = await readPassword(home)
  const settings = { ...SETTINGS, ...(persistent ? PERSISTENT_SETTINGS : THROWAWAY_SETTINGS) }

  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort()
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    const server = startProcess({
      args: [
        '-D',
        path.join(home, 'cluster'),
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      command: binaries.postgres,
      cwd: '/',
      gid: account?.gid,
      uid: account?.uid,
    })

    let hasExited = false
    void server.exited.then(() => {
      hasExited = true
    })

    const deadline = Date.now() + START_TIMEOUT_MS

    while (!hasExited && Date.now() < deadline) {
      if (await canConnect(url)) {
        return { server, url }
      }
      await sleep(POLL_MS)
    }

    await server.stop()

    // Between asking for a free port and taking it, somebody else may have taken it.
    if (!server.lastOutput().includes('could not bind') || attempt === MAX_PORT_TRIES) {
      throw new Error(`PostgreSQL did not start. It said:\n${server.lastOutput()}`)
    }
  }
}

/**
 * Starts a PostgreSQL server of one's own on a free port of this machine, as root as well as an
 * ordinary user. It ends with `stop`, and also when this process dies. A server that a killed
 * process left on the same data is ended first; one whose process still lives is refused.
 */
export const startPostgres = async ({
  dataDir,
  isFresh = false,
  persistent,
}: StartPostgresArgs): Promise<StartedPostgres> => {
  const account = findServerAccount()
  const binaries = await ensureBinaries({ account })
  const home = await ensureHome({ account, wanted: dataDir && path.resolve(dataDir) })
  const cluster = path.join(home, 'cluster')

  const owner = await findOwner(home)

  if (owner) {
    throw new Error(
      `The database in ${home} is in use by process ${owner.pid}. ` +
        'End that one first, or set DATABASE_URL.',
    )
  }

  if (isFresh) {
    await stopLeftover({ cluster })
    await rm(cluster, { force: true, recursive: true })
  }

  if (existsSync(cluster)) {
    await checkCluster({ account, binaries, home })
    await stopLeftover({ cluster })
  } else {
    await createCluster({ account, binaries, home })
  }

  const { server, url } = await startServer({ account, binaries, home, persistent })
  await writeOwner({ home, owner: { pid: process.pid, url } })

  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    await server.stop()
    await (persistent ? removeOwner(home) : rm(home, { force: true, recursive: true }))
  }

  return {
    createDatabase: (name) => createDatabase({ name, adminUrl: url }),
    exited: server.exited,
    lastOutput: server.lastOutput,
    stop: () => (stopping ??= stop()),
    url,
  }
}
