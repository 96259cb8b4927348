import { setImmediate } from 'node:timers/promises'

/** How long work goes on, in milliseconds, before others in this process have their turn. */
const TURN_MS = 10

/**
 * For work that takes a while without ever waiting: call what this returns between two steps, and
 * requests that arrive meanwhile are answered in between. It does nothing until a turn is over.
 */
export const createTurns = (): (() => Promise<void>) => {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun >= TURN_MS) {
      await setImmediate()
      begun = performance.now()
    }
  }
}
