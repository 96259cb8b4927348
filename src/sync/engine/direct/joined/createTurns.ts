import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import { letOthers } from '../letOthers.js'
import { type Watch, watchForStillness } from './watchForStillness.js'

type Work<TSelf, TResult> = { self: TSelf; work: () => Promise<TResult> }

/** So long a work may be busy with something else than what it may wait for. */
const PATIENCE_MS = 5000

type CreateTurnsArgs<TCall> = {
  /** Answers what all works wait for, in their order. */
  answer: (calls: readonly TCall[]) => Promise<readonly unknown[]>
  /** Notes what the others must find as it is when they go on. Returns what brings it back. */
  keep: () => () => void
  /** Told before works are refused what they wait for, as another one has failed. */
  onFailure?: () => void
  /** Milliseconds that a work may neither wait nor end. @default 5000 */
  patienceMs?: number
  /** Asked before another goes on. May throw. */
  requireGoing: () => Promise<void>
  /** Makes the error for a work that may be waiting for one whose turn it is not. */
  toStuck: () => Error
}

export type WorkTurns<TSelf, TCall> = {
  /**
   * Does works one at a time: the next one begins, or goes on, when this one waits or has ended.
   * When all wait, they are answered together.
   *
   * @throws whatever the first of them throws, or the answer. What the others wait for is refused with
   * the same error then, so that they let go of what they hold
   */
  run: <TResult>(works: readonly Work<TSelf, TResult>[]) => Promise<TResult[]>
  /** Of the work that asks; `undefined` outside of all. */
  self: () => TSelf | undefined
  wait: (call: TCall) => Promise<unknown>
}

type Waiting<TCall> = {
  call: TCall
  reject: (error: unknown) => void
  resolve: (answer: unknown) => void
}

type Seat<TSelf, TCall> = {
  bringBack: () => void
  ended: Promise<void>
  failure?: { error: unknown }
  rest: () => void
  result?: unknown
  self: TSelf
  waiting: Waiting<TCall>[]
}

const nothing = (): void => undefined

/** Takes turns among works that share what only one may use at a time. */
export const createTurns = <TSelf, TCall>({
  answer,
  keep,
  onFailure = nothing,
  patienceMs = PATIENCE_MS,
  requireGoing,
  toStuck,
}: CreateTurnsArgs<TCall>): WorkTurns<TSelf, TCall> => {
  type AnySeat = Seat<TSelf, TCall>
  const current = new AsyncLocalStorage<AnySeat>()
  let over: { error: unknown } | undefined

  const goOn = async (seat: AnySeat, watch: Watch, how: () => void): Promise<void> => {
    const rested = new Promise<void>((resolve) => {
      seat.rest = resolve
    })
    watch.begin()
    how()
    await Promise.race([rested, seat.ended, watch.still])
    watch.end()
    if (seat.failure) {
      throw seat.failure.error
    }
    await requireGoing()
  }
  const begin = async (seat: AnySeat, watch: Watch, work: () => Promise<unknown>): Promise<void> =>
    await goOn(seat, watch, () => {
      const doWork = async (): Promise<void> => {
        try {
          seat.result = await work()
        } catch (error) {
          seat.failure = { error }
        }
      }
      seat.ended = current.run(seat, doWork)
    })

  return {
    run: async <TResult>(works: readonly Work<TSelf, TResult>[]) => {
      const seats = works.map(({ self }): AnySeat => ({
        bringBack: nothing,
        ended: Promise.resolve(),
        rest: nothing,
        self,
        waiting: [],
      }))
      const watch = watchForStillness({ ms: patienceMs, toError: toStuck })
      try {
        for (const [index, seat] of seats.entries()) {
          await letOthers(index)
          await begin(seat, watch, works[index]!.work)
        }
        for (;;) {
          const waiting = seats.flatMap((seat) => seat.waiting)
          if (waiting.length === 0) {
            return seats.map(({ result }) => result as TResult)
          }
          const answers = await answer(waiting.map(({ call }) => call))
          const answerOf = new Map(waiting.map((each, index) => [each, answers[index]]))
          for (const [index, seat] of seats.entries()) {
            await letOthers(index)
            const answered = seat.waiting.filter((each) => answerOf.has(each))
            if (answered.length > 0) {
              seat.waiting = seat.waiting.filter((each) => !answerOf.has(each))
              await goOn(seat, watch, () => {
                seat.bringBack()
                answered.forEach((each) => each.resolve(answerOf.get(each)))
              })
            }
          }
        }
      } catch (error) {
        over = { error }
        onFailure()
        seats.flatMap((seat) => seat.waiting).forEach(({ reject }) => reject(error))
        const ended = Promise.all(seats.map((seat) => seat.ended))
        await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })])
        throw error
      } finally {
        watch.close()
        // Node.js would look at it for every promise of the process, for as long as that lives.
        current.disable()
      }
    },
    self: () => current.getStore()?.self,
    wait: async (call) => {
      if (over) {
        throw over.error
      }
      const seat = current.getStore()
      if (!seat) {
        const [only] = await answer([call])
        return only
      }
      return await new Promise((resolve, reject) => {
        seat.waiting.push({ call, reject, resolve })
        seat.bringBack = keep()
        seat.rest()
      })
    },
  }
}
