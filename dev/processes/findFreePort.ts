import { isPortFree } from './isPortFree.js'
import { tryListen } from './tryListen.js'

const MAX_TRIES = 100

/** The first free port from `startAt` upwards; without it, any free port. */
export const findFreePort = async ({ startAt }: { startAt?: number } = {}): Promise<number> => {
  if (startAt === undefined) {
    const port = await tryListen({ host: '127.0.0.1', port: 0 })

    if (port === null) {
      throw new Error('No port of 127.0.0.1 can be listened on.')
    }

    return port
  }

  const end = Math.min(startAt + MAX_TRIES, 65_536)

  for (let port = startAt; port < end; port += 1) {
    if (await isPortFree(port)) {
      return port
    }
  }

  throw new Error(`None of the ports ${startAt} to ${end - 1} is free. Set PORT to one that is.`)
}
