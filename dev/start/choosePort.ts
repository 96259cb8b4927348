import { findFreePort } from '../processes/findFreePort.js'
import { isPortFree } from '../processes/isPortFree.js'
import { StartError } from './StartError.js'

const DEFAULT_PORT = 3000

/** The wanted port, or the first free one from 3000 on when none is wanted. */
export const choosePort = async ({
  log,
  wanted,
}: {
  log: (line: string) => void
  wanted: number | undefined
}): Promise<number> => {
  if (wanted !== undefined) {
    if (!(await isPortFree(wanted))) {
      throw new StartError(
        `Port ${wanted} is taken by another program. Set PORT to a free one, or leave it unset.`,
      )
    }

    return wanted
  }

  const port = await findFreePort({ startAt: DEFAULT_PORT })

  if (port !== DEFAULT_PORT) {
    log(`Port ${DEFAULT_PORT} is taken by another program; this uses ${port}.`)
  }

  return port
}
