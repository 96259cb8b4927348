export type Clock = {
  /** Moves the clock by so many milliseconds; a negative number moves it back. */
  advance: (ms: number) => void
  /** Stops the clock where it is; `set` and `advance` still move it. */
  freeze: () => void
  isFrozen: () => boolean
  now: () => Date
  /** Lets a frozen clock run again from where it stands. */
  resume: () => void
  /** Jumps to a moment. A running clock runs on from there. Throws on an invalid date. */
  set: (date: Date) => void
}

/**
 * The emulator's time: what is live, what is finished and when a rate limit ends all follow it.
 * It runs as fast as real time, from a moment that can be chosen.
 */
export const createClock = ({
  at,
  isFrozen: startsFrozen = false,
  realNow = Date.now,
}: {
  /** @default the real time */
  at?: Date
  /** @default false */
  isFrozen?: boolean
  /** Milliseconds of the real clock; tests pass their own. */
  realNow?: () => number
} = {}): Clock => {
  let isFrozen = startsFrozen
  let base = valid(at ?? new Date(realNow()))
  let setAt = realNow()

  const now = (): number => base + (isFrozen ? 0 : realNow() - setAt)
  const moveTo = (moment: number): void => {
    base = moment
    setAt = realNow()
  }

  return {
    advance: (ms) => moveTo(valid(new Date(now() + ms))),
    freeze: () => {
      moveTo(now())
      isFrozen = true
    },
    isFrozen: () => isFrozen,
    now: () => new Date(now()),
    resume: () => {
      moveTo(now())
      isFrozen = false
    },
    set: (date) => moveTo(valid(date)),
  }
}

const valid = (date: Date): number => {
  if (Number.isNaN(date.getTime())) {
    throw new RangeError('The clock needs a valid date, such as 2025-05-25T15:00:00Z.')
  }
  return date.getTime()
}
