import { setTimeout as sleep } from 'node:timers/promises'

type WaitForArgs<TResult> = {
  /** What it is, for the message when it does not come. */
  event: string
  /** Looks once; anything but `undefined`, `null` and `false` ends the wait. */
  look: () => false | null | Promise<false | null | TResult | undefined> | TResult | undefined
  /** @default 150_000, which only a broken worker needs */
  timeoutMs?: number
}

const LOOK_INTERVAL_MS = 20

/** Looks until something is there, and gives it. Fails when it takes too long. */
export const waitFor = async <TResult>({
  event,
  look,
  timeoutMs = 150_000,
}: WaitForArgs<TResult>): Promise<TResult> => {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== null && found !== false) {
      return found
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs / 1000} seconds in vain for: ${event}`)
    }
    await sleep(LOOK_INTERVAL_MS)
  }
}
