import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { ServerAccount } from './account/ServerAccount.js'

import { canEnter } from './account/canEnter.js'
import { claimFolder } from './claimFolder.js'
import { SHARED_FOLDERS } from './SHARED_FOLDERS.js'

const PASSAGE_MODE = 0o711
const PREFIX = 'payload-plugin-sync-'

const makeTemporaryHome = async (account: ServerAccount | undefined): Promise<string> => {
  // The folder for temporary files may be one of root's own.
  for (const parent of [tmpdir(), ...SHARED_FOLDERS]) {
    if (canEnter({ account, folder: parent })) {
      const home = await mkdtemp(path.join(parent, PREFIX))
      await chmod(home, PASSAGE_MODE)

      return home
    }
  }

  throw new Error(`The user ${account?.name} can enter none of the folders for temporary files.`)
}

/**
 * The folder that holds a cluster and what belongs to it. It is the wanted one unless the account
 * cannot get there; then the same project finds its data in the same place again.
 */
export const ensureHome = async ({
  account,
  wanted,
}: {
  account: ServerAccount | undefined
  /** `undefined` means: a new temporary folder. */
  wanted: string | undefined
}): Promise<string> => {
  if (wanted === undefined) {
    return makeTemporaryHome(account)
  }

  await mkdir(wanted, { recursive: true })
  // The account passes through to its cluster, and reads nothing else in here.
  await chmod(wanted, PASSAGE_MODE)

  if (canEnter({ account, folder: wanted })) {
    return wanted
  }

  const { uid } = await lstat(wanted)
  const hash = createHash('sha256').update(`${uid}:${wanted}`).digest('hex').slice(0, 12)
  const home = path.join(SHARED_FOLDERS[0], `${PREFIX}${process.getuid?.()}`)
  const substitute = path.join(home, `data-${hash}`)
  await claimFolder(home)
  await claimFolder(substitute)
  // Only if it is empty: it may hold the data of a time when it could be entered.
  await rmdir(wanted).catch(() => undefined)

  return substitute
}
