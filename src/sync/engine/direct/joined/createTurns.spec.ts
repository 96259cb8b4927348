import { AsyncResource } from 'node:async_hooks'
import { expect, it } from 'vitest'

import { createTurns } from './createTurns.js'

const createNumbers = ({ patienceMs }: { patienceMs?: number } = {}) =>
  createTurns<string, number>({
    answer: (calls) => Promise.resolve(calls.map((call) => call * 10)),
    keep: () => () => undefined,
    patienceMs,
    requireGoing: () => Promise.resolve(),
    toStuck: () => new Error('Stuck.'),
  })

it('should go on with the next work where one waits, and answer those that wait together', async () => {
  const seen: string[] = []
  const turns = createNumbers()
  const toWork = (self: string, call: number) => ({
    self,
    work: async () => {
      seen.push(`${self} asks ${call}`)
      const answer = await turns.wait(call)
      seen.push(`${turns.self()} is answered ${String(answer)}`)
      return answer
    },
  })

  expect(await turns.run([toWork('first', 1), toWork('second', 2)])).toEqual([10, 20])
  expect(seen).toEqual([
    'first asks 1',
    'second asks 2',
    'first is answered 10',
    'second is answered 20',
  ])
})

it('should refuse what the others wait for when one fails, so that they let go of what they hold', async () => {
  const turns = createNumbers()
  const seen: unknown[] = []
  const hold = async () => {
    try {
      await turns.wait(1)
    } catch (error) {
      seen.push(error)
      await turns.wait(2).catch((again: unknown) => seen.push(again))
      throw error
    }
  }
  const broken = new Error('Broken.')
  const works = [hold, () => Promise.reject(broken)].map((work) => ({ self: 'one', work }))

  await expect(turns.run(works)).rejects.toBe(broken)
  expect(seen).toEqual([broken, broken])
})

it('should end where a work waits for one whose turn it is not', async () => {
  const turns = createNumbers({ patienceMs: 20 })
  let line: Promise<unknown> = Promise.resolve()
  const inLine = async (): Promise<void> => {
    const mine = line.then(async () => await turns.wait(1))
    line = mine.catch(() => undefined)
    await mine
  }
  const works = ['first', 'second'].map((self) => ({ self, work: inLine }))

  await expect(turns.run(works)).rejects.toThrow('Stuck.')
  // The line itself has come to its end.
  await line
})

/** How many storages Node.js hands on to what begins now; with its later ways it is none at all. */
const countStorages = (): number =>
  Object.getOwnPropertySymbols(new AsyncResource('countStorages')).length

it('should leave nothing behind that every promise of the process pays for', async () => {
  const before = countStorages()
  for (let time = 0; time < 3; time += 1) {
    const turns = createNumbers()
    await turns.run([{ self: 'one', work: async () => await turns.wait(1) }])
  }
  const broken = createNumbers()
  const work = () => Promise.reject(new Error('Broken.'))

  await expect(broken.run([{ self: 'one', work }])).rejects.toThrow('Broken.')
  expect(countStorages()).toBe(before)
  expect(broken.self()).toBeUndefined()
})
