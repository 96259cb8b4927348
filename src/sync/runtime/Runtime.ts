import type { Payload } from 'payload'

import { inOwnContext } from './process/inOwnContext.js'

/** Something that goes on in this process for one Payload instance. */
export type Runtime = {
  /** Finishes what is in hand, queues what is left of it, and lets go of everything. */
  stop: () => Promise<void>
}

/** The workers on the queue, the ticker of the schedules, or the watch over how everything is. */
export type RuntimeKind = 'health' | 'ticker' | 'workers'

/**
 * The bundler may load this module more than once in one process, and hot reloading does so for
 * certain; what goes on for an instance exists once all the same.
 */
const KEY = Symbol.for('payload-plugin-sync/runtimes')

type Runtimes = Record<RuntimeKind, WeakMap<Payload, Promise<Runtime>>>

const getRuntimes = (): Runtimes => {
  const store = globalThis as { [KEY]?: Runtimes }
  store[KEY] ??= { health: new WeakMap(), ticker: new WeakMap(), workers: new WeakMap() }
  return store[KEY]
}

type RuntimeArgs = { kind: RuntimeKind; payload: Payload }

/** Whether something of this kind goes on in this process for an instance. */
export const hasRuntime = ({ kind, payload }: RuntimeArgs): boolean =>
  getRuntimes()[kind].has(payload)

/** Starts something unless it goes on already, outside of the request that asks for it. */
export const startRuntime = async ({
  kind,
  payload,
  start,
}: { start: () => Promise<Runtime> } & RuntimeArgs): Promise<void> => {
  const runtimes = getRuntimes()[kind]
  let starting = runtimes.get(payload)
  if (!starting) {
    starting = inOwnContext(start)
    runtimes.set(payload, starting)
    // A database that was away is tried again at the next call.
    starting.catch(() => runtimes.delete(payload))
  }
  await starting
}

/** Stops something, if it goes on. */
export const stopRuntime = async ({ kind, payload }: RuntimeArgs): Promise<void> => {
  const runtimes = getRuntimes()[kind]
  const runtime = await runtimes.get(payload)
  runtimes.delete(payload)
  await runtime?.stop()
}
