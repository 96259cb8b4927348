import type { AddressInfo, Socket } from 'node:net'

import { connect, createServer } from 'node:net'

export type Proxy = {
  close: () => Promise<void>
  port: number
  /** Where new connections lead from now on. */
  setTarget: (port: number) => void
}

/** A port that stays while the server behind it goes and comes back on another. */
export const startProxy = async (first: { target: number }): Promise<Proxy> => {
  let { target } = first
  const sockets = new Set<Socket>()
  const server = createServer((incoming) => {
    const outgoing = connect(target, '127.0.0.1')
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket)
      // What breaks on one side breaks on the other.
      socket.on('error', () => other.destroy())
      socket.once('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })

  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        sockets.forEach((socket) => socket.destroy())
      }),
    port: (server.address() as AddressInfo).port,
    setTarget: (port) => {
      target = port
    },
  }
}
