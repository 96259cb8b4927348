import { setImmediate } from 'node:timers/promises'

/** How many documents take a few milliseconds. */
const AT_ONCE = 20

/** Lets the process do something else after some documents: the server may have requests. */
export const letOthers = async (index: number): Promise<void> => {
  if (index > 0 && index % AT_ONCE === 0) {
    await setImmediate()
  }
}
