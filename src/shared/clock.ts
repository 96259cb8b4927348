/** The time, passed in so that tests can move it. */
export type Clock = {
  now: () => Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }
