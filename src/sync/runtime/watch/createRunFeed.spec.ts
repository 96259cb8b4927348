import { describe, expect, it } from 'vitest'

import type { Run } from '../../run/Run.js'
import type { RunNews, RunUpdates } from '../../run/RunUpdates.js'
import type { FeedMessage } from './createFeed.js'

import { applyNews } from '../../run/applyNews.js'
import { createRunFeed } from './createRunFeed.js'

const toRun = (id: number, change: Partial<Run> = {}): Run =>
  ({
    id,
    createdAt: new Date(id * 1000).toISOString(),
    requests: 0,
    status: 'running',
    ...change,
  }) as Run

const toUpdates = (activeRuns: Run[], endedRuns: Run[] = []): RunUpdates => ({
  activeRuns,
  endedRuns,
  now: new Date(0).toISOString(),
})

const read = ({ json }: FeedMessage): RunNews => JSON.parse(json) as RunNews

const RUNS = Array.from({ length: 100 }, (_, index) => toRun(100 - index))

describe('the feed of runs', () => {
  it('should tell what changed, and everything to those who begin', () => {
    const feed = createRunFeed()
    expect(feed.catchUp(undefined)).toEqual([])
    feed.take(toUpdates(RUNS))
    const [first] = feed.catchUp(undefined)
    expect(read(first!)).toMatchObject({ gone: [], isWhole: true })
    expect(read(first!).activeRuns).toHaveLength(100)

    const moved = RUNS.map((run) => (run.id === 7 ? toRun(7, { requests: 1 }) : run))
    const change = feed.take(toUpdates(moved))!
    expect(read(change)).toEqual({
      activeRuns: [toRun(7, { requests: 1 })],
      endedRuns: [],
      gone: [],
      isWhole: false,
      now: new Date(0).toISOString(),
    })
    expect(change.json.length).toBeLessThan(first!.json.length / 20)
    expect(feed.take(toUpdates(moved))).toBeUndefined()
  })

  it('should put everything into words once, however many begin', () => {
    const feed = createRunFeed()
    feed.take(toUpdates(RUNS))
    expect(feed.catchUp(undefined)[0]).toBe(feed.catchUp('unknown')[0])
  })

  it('should let those go on who were told a part of it', () => {
    const feed = createRunFeed()
    const told = feed.take(toUpdates([toRun(1)]))!
    const missed = [1, 2, 3].map((requests) => feed.take(toUpdates([toRun(1, { requests })]))!)

    expect(feed.catchUp(told.id)).toEqual(missed)
    expect(feed.catchUp(missed[2]!.id)).toEqual([])
    for (let requests = 4; requests < 100; requests += 1) {
      feed.take(toUpdates([toRun(1, { requests })]))
    }
    expect(feed.catchUp(told.id).map(read)).toMatchObject([{ isWhole: true }])
    expect(createRunFeed().catchUp(told.id)).toEqual([])
  })

  it('should lead whoever applies it to what runs', () => {
    const feed = createRunFeed()
    const ended = toRun(2, { status: 'completed' })
    const looks = [
      toUpdates([toRun(2), toRun(1)]),
      toUpdates([toRun(3), toRun(1)], [ended]),
      toUpdates([toRun(3, { requests: 5 })], [ended]),
      toUpdates([], [toRun(3, { status: 'failed' })]),
    ]
    let known: RunUpdates | undefined
    for (const look of looks) {
      known = applyNews({ known, news: read(feed.take(look)!) })
      expect(known).toEqual(look)
    }
    expect(applyNews({ known: undefined, news: read(feed.take(toUpdates([]))!) })).toBeUndefined()
  })
})
