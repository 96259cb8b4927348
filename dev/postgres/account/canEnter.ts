import { spawnSync } from 'node:child_process'

import type { ServerAccount } from './ServerAccount.js'

/** Whether the account can reach the folder. Asks the system, which knows of ACLs and mounts. */
export const canEnter = ({
  account,
  folder,
}: {
  account: ServerAccount | undefined
  folder: string
}): boolean =>
  account === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    cwd: '/',
    gid: account.gid,
    stdio: 'ignore',
    uid: account.uid,
  }).status === 0
