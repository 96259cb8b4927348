import type { Payload } from 'payload'

import type { Runtime } from './Runtime.js'

import { LANES } from '../run/Run.js'
import { inOwnContext } from './process/inOwnContext.js'
import { startWorkers } from './startWorkers.js'

type Guest = {
  /** Told when the workers had to stop; see `startWorkers`. */
  onExhausted: () => void
  /** Told each time a task is out of hand. */
  onIdle: () => void
}

type Shared = { guests: Set<Guest>; runtime: Promise<Runtime> }

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/sharedWorkers')

const getShared = (): WeakMap<Payload, Shared> => {
  const store = globalThis as { [KEY]?: WeakMap<Payload, Shared> }
  store[KEY] ??= new WeakMap()
  return store[KEY]
}

/**
 * Workers for as long as somebody needs them: those who come meanwhile share them, so that ticks
 * that overlap take no more connections than one does. Returns what leaves them; they stop when the
 * last one has left.
 *
 * @throws WorkersRefusedError as `startWorkers` does
 */
export const joinWorkers = async ({
  payload,
  ...guest
}: { payload: Payload } & Guest): Promise<() => Promise<void>> => {
  const all = getShared()
  const shared = all.get(payload) ?? start(payload)
  all.set(payload, shared)
  shared.guests.add(guest)
  const leave = async (): Promise<void> => {
    shared.guests.delete(guest)
    if (shared.guests.size === 0) {
      // Whoever comes from now on starts anew.
      if (all.get(payload) === shared) {
        all.delete(payload)
      }
      const runtime = await shared.runtime.catch(() => undefined)
      await runtime?.stop()
    }
  }
  try {
    await shared.runtime
  } catch (error) {
    await leave()
    throw error
  }
  return leave
}

const start = (payload: Payload): Shared => {
  const guests = new Set<Guest>()
  const shared: Shared = {
    guests,
    runtime: inOwnContext(() =>
      startWorkers({
        lanes: LANES,
        onExhausted: () => {
          // Others may have started anew while these were stopping.
          if (getShared().get(payload) === shared) {
            getShared().delete(payload)
          }
          guests.forEach(({ onExhausted }) => onExhausted())
        },
        onIdle: () => guests.forEach(({ onIdle }) => onIdle()),
        payload,
      }),
    ),
  }
  return shared
}
