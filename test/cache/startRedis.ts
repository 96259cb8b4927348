import type { Socket } from 'node:net'
import type { KVAdapter, KVStoreValue } from 'payload'

import { once } from 'node:events'
import { connect } from 'node:net'

import { findFreePort } from '../../dev/processes/findFreePort.js'
import { startProcess } from '../../dev/processes/startProcess.js'
import { waitFor } from '../project/waitFor.js'

type Reply = null | number | Reply[] | string

type Waiting = { reject: (error: Error) => void; resolve: (reply: Reply) => void }

/** One reply of the protocol, and where the next begins; nothing where it has not come whole. */
const readReply = (bytes: Buffer, start = 0): [end: number, reply: Error | Reply] | null => {
  const lineEnd = bytes.indexOf('\r\n', start)
  if (lineEnd < 0) {
    return null
  }
  const kind = String.fromCharCode(bytes[start]!)
  const line = bytes.toString('utf8', start + 1, lineEnd)
  let end = lineEnd + 2
  if (kind === '-') {
    return [end, new Error(line)]
  }
  if (kind === '$') {
    const length = Number(line)
    if (length < 0) {
      return [end, null]
    }
    return bytes.length < end + length + 2
      ? null
      : [end + length + 2, bytes.toString('utf8', end, end + length)]
  }
  if (kind === '*') {
    const replies: Reply[] = []
    for (let left = Number(line); left > 0; left -= 1) {
      const next = readReply(bytes, end)
      if (!next) {
        return null
      }
      end = next[0]
      replies.push(next[1] as Reply)
    }
    return [end, replies]
  }
  return [end, kind === ':' ? Number(line) : line]
}

/** Sends commands to a Redis, and connects anew when it has gone. */
const createClient = (port: number) => {
  let open: Promise<Socket> | undefined
  let waiting: Waiting[] = []

  const openSocket = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1')
    let bytes = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      for (let read = readReply(bytes); read; read = readReply(bytes)) {
        bytes = bytes.subarray(read[0])
        const { reject, resolve } = waiting.shift()!
        if (read[1] instanceof Error) {
          reject(read[1])
        } else {
          resolve(read[1])
        }
      }
    })
    socket.on('close', () => {
      open = undefined
      waiting.forEach(({ reject }) => reject(new Error('Redis has gone.')))
      waiting = []
    })
    await once(socket, 'connect')
    return socket
  }

  return {
    close: async () => (await open?.catch(() => undefined))?.destroy(),
    send: async (...words: string[]): Promise<Reply> => {
      open ??= openSocket().catch((error: unknown) => {
        open = undefined
        throw error
      })
      const socket = await open
      return await new Promise<Reply>((resolve, reject) => {
        waiting.push({ reject, resolve })
        const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
        socket.write(`*${words.length}\r\n${parts.join('')}`)
      })
    },
  }
}

const PREFIX = 'payload-kv:'

/**
 * A Redis of its own, and Payload's key-value store in it: keys with a prefix, values as JSON, as
 * `@payloadcms/kv-redis` keeps them, which cannot be installed beside every version of Payload.
 */
export const startRedis = async () => {
  const port = await findFreePort()
  const client = createClient(port)
  const { send } = client
  const start = () =>
    startProcess({
      args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      command: 'redis-server',
    })
  const untilReady = () =>
    waitFor({ event: 'Redis answers', look: () => send('PING').catch(() => false) })
  let server = start()
  await untilReady()
  const processId = async (): Promise<number> =>
    Number(/process_id:(\d+)/.exec(String(await send('INFO', 'server')))![1])
  let pid = await processId()
  let calls = 0

  const kv: KVAdapter = {
    clear: async () => void (await send('flushall')),
    delete: async (key) => void (await send('DEL', PREFIX + key)),
    get: async <T extends KVStoreValue>(key: string) => {
      calls += 1
      const text = await send('GET', PREFIX + key)
      return text === null ? null : (JSON.parse(String(text)) as T)
    },
    has: async (key) => {
      calls += 1
      return (await send('EXISTS', PREFIX + key)) === 1
    },
    keys: async () =>
      ((await send('KEYS', `${PREFIX}*`)) as string[]).map((key) => key.slice(PREFIX.length)),
    set: async (key, value) => {
      calls += 1
      await send('SET', PREFIX + key, JSON.stringify(value))
    },
  }

  return {
    close: async () => {
      process.kill(pid, 'SIGCONT')
      await client.close()
      await server.stop()
    },
    /** How often Payload asked. */
    countCalls: () => calls,
    freeze: () => process.kill(pid, 'SIGSTOP'),
    kv,
    restart: async () => {
      server = start()
      await untilReady()
      pid = await processId()
    },
    stop: () => server.stop(),
    thaw: () => process.kill(pid, 'SIGCONT'),
  }
}
