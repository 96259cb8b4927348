import { tryListen } from './tryListen.js'

/** Whether nobody on this machine listens on the port, so that `localhost` will mean us. */
export const isPortFree = async (port: number): Promise<boolean> => {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    if ((await tryListen({ host, port })) === null) {
      return false
    }
  }

  return true
}
