import type { Wait } from './Gate.js'

/** Things may get better sooner than they looked. */
const LONGEST_NAP_MS = 1000

/** A wait of up to so long is no reason to do something else meanwhile. */
export const SHORT_WAIT_MS = 2000

export type WaitFor = (args: { ms: number; signal: AbortSignal }) => Promise<void>

type WaitForLeaveArgs<TLeave extends object> = {
  ask: () => Promise<TLeave | Wait>
  /** The longest wait in all. */
  maxWaitMs: number
  /** Told once, when it will take longer than a moment. */
  onLongWait: (wait: Wait) => void
  signal: AbortSignal
  /** The error for a wait that would be longer. */
  toError: (wait: Wait) => Error
  wait: WaitFor
}

/** Asks until it is given leave. An abort ends the wait at once. */
export const waitForLeave = async <TLeave extends object>({
  ask,
  maxWaitMs,
  onLongWait,
  signal,
  toError,
  wait,
}: WaitForLeaveArgs<TLeave>): Promise<TLeave> => {
  let isTold = false
  for (let waitedMs = 0; ;) {
    signal.throwIfAborted()
    const answer = await ask()
    if (!('waitMs' in answer)) {
      return answer
    }
    if (waitedMs + answer.waitMs > maxWaitMs) {
      throw toError(answer)
    }
    if (!isTold && waitedMs + answer.waitMs > SHORT_WAIT_MS) {
      isTold = true
      onLongWait(answer)
    }
    const ms = Math.min(answer.waitMs, LONGEST_NAP_MS)
    await wait({ ms, signal })
    waitedMs += ms
  }
}
