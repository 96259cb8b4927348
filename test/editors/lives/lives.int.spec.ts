import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LivesProject } from './createLivesProject.js'

import { SEED } from '../../long/SEED.js'
import { toCount } from '../../long/toCount.js'
import { createLivesProject } from './createLivesProject.js'
import { lives, VARIANTS } from './Life.js'
import { live } from './live.js'

const CASES = toCount({ long: 2000, short: 60 })

/** Lives that share their syncs. */
const TOGETHER = 40

let project: LivesProject

beforeAll(async () => {
  project = await createLivesProject()
})

afterAll(() => project.close())

const ALL = fc.sample(lives, { numRuns: CASES, seed: SEED }).map((life, index) => ({ index, life }))

describe(`${CASES} lives of records, seed ${SEED}`, () => {
  it.each(VARIANTS)(
    "should lose nobody's word, and write nothing twice: %s",
    { timeout: 1_800_000 },
    async (variant) => {
      const mine = ALL.filter(({ life }) => life.variant === variant)
      for (let start = 0; start < mine.length; start += TOGETHER) {
        const some = mine.slice(start, start + TOGETHER)
        const wrong = await live({ lives: some.map(({ life }) => life), project })
        if (wrong.length === 0) {
          continue
        }
        // The least that goes wrong, of the first life that is named.
        const named = Number(/life-(\d+)/u.exec(wrong.join())?.[1] ?? 0)
        await fc.assert(
          fc.asyncProperty(lives, async (life) => {
            expect(await live({ lives: [life], project })).toEqual([])
          }),
          {
            interruptAfterTimeLimit: 60_000,
            numRuns: 1,
            path: String(some[named]!.index),
            seed: SEED,
          },
        )
        // It only goes wrong beside others.
        expect(wrong).toEqual([])
      }
    },
  )
})
