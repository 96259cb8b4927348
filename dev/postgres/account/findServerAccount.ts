import { execFileSync } from 'node:child_process'

import type { ServerAccount } from './ServerAccount.js'

/** `nobody` exists on every Linux and macOS; a server of one's own is tidier under `postgres`. */
const ACCOUNT_NAMES = ['postgres', 'nobody']

const readId = ({ name, flag }: { flag: '-g' | '-u'; name: string }): number =>
  Number(
    execFileSync('id', [flag, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
  )

/**
 * PostgreSQL refuses to run as root, so root gets an account to run it as. Creates none: a dev
 * tool should leave the machine's users alone. `undefined` means: run it as whoever we are.
 */
export const findServerAccount = (): ServerAccount | undefined => {
  if (process.getuid?.() !== 0) {
    return undefined
  }

  for (const name of ACCOUNT_NAMES) {
    try {
      return { name, gid: readId({ name, flag: '-g' }), uid: readId({ name, flag: '-u' }) }
    } catch {
      // No such account; the next one may be there.
    }
  }

  throw new Error(
    `PostgreSQL does not run as root, and this machine has no user ${ACCOUNT_NAMES.join(' or ')} ` +
      'to run it as. Create one, start as an ordinary user, or set DATABASE_URL.',
  )
}
