import { createServer } from 'node:net'

/** Tries to listen: the port it got (of interest when asked for port 0), or `null` when refused. */
export const tryListen = ({ host, port }: { host: string; port: number }): Promise<null | number> =>
  new Promise((resolve) => {
    const server = createServer()

    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nobody listening there.
      resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' ? port : null)
    })
    server.listen({ exclusive: true, host, port }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null))
    })
  })
