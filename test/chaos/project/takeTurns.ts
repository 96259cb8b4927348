import { setImmediate as turn } from 'node:timers/promises'

/** Lets the event loop go round so many times: a moment that no clock measures. */
export const takeTurns = async (count: number): Promise<void> => {
  for (let taken = 0; taken < count; taken += 1) {
    await turn()
  }
}
