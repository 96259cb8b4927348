import { setImmediate } from 'node:timers/promises'

/** How long other work of the process may wait at most, in milliseconds. */
const MOST_MS = 8

/** How many items are handed on before the clock is looked at. */
const STEP = 32

/** The items as they are, with a moment for everybody else whenever they took long. */
export async function* keepPace<TItem>(items: AsyncIterable<TItem>): AsyncGenerator<TItem> {
  let since = performance.now()
  let count = 0
  for await (const item of items) {
    yield item
    count += 1
    if (count % STEP === 0 && performance.now() - since > MOST_MS) {
      await setImmediate()
      since = performance.now()
    }
  }
}
