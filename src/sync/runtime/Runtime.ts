import type { Payload } from 'payload'

/** The workers of one Payload instance in this process. */
export type Runtime = {
  /** Finishes the batches in work, queues what is left of their runs, and lets go of everything. */
  stop: () => Promise<void>
}

/**
 * The bundler may load this module more than once in one process, and hot reloading does so for
 * certain; the workers of an instance exist once all the same.
 */
const KEY = Symbol.for('payload-plugin-sync/runtimes')

type Runtimes = WeakMap<Payload, Promise<Runtime>>

/** Runtimes of this process by Payload instance. */
export const getRuntimes = (): Runtimes => {
  const store = globalThis as { [KEY]?: Runtimes }
  store[KEY] ??= new WeakMap()
  return store[KEY]
}
