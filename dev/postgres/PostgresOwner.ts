import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { isAlive } from '../processes/isAlive.js'
import { canConnect } from './canConnect.js'

/** The process that runs a persistent server, and where the server answers. */
export type PostgresOwner = {
  pid: number
  url: string
}

const toFile = (home: string): string => path.join(home, 'owner.json')

/** The living owner of a home, or `null` when nobody runs a server there. */
export const findOwner = async (home: string): Promise<null | PostgresOwner> => {
  try {
    const owner = JSON.parse(await readFile(toFile(home), 'utf8')) as PostgresOwner

    // The process id alone proves little: after a restart of the machine it may be another's.
    return isAlive(owner.pid) && (await canConnect(owner.url)) ? owner : null
  } catch {
    return null
  }
}

export const writeOwner = ({ home, owner }: { home: string; owner: PostgresOwner }) =>
  // Holds the password of the server.
  writeFile(toFile(home), `${JSON.stringify(owner)}\n`, { mode: 0o600 })

export const removeOwner = (home: string) => rm(toFile(home), { force: true })
