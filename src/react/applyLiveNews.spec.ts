import { describe, expect, it } from 'vitest'

import type { LiveNews } from '../shared/live/LiveNews.js'

import { applyLiveNews } from './applyLiveNews.js'

type Score = { goals: number; id: number; updatedAt: string }

const score = (id: number, goals: number, at = goals): Score => ({
  id,
  goals,
  updatedAt: new Date(at * 1000).toISOString(),
})

const toNews = (news: Partial<LiveNews<Score>>): LiveNews<Score> => ({
  changed: [],
  gone: [],
  isWhole: false,
  left: [],
  ...news,
})

type ApplyArgs = { includes?: (document: Score) => boolean; news: Partial<LiveNews<Score>>[] }

const apply = (initial: Score[], { includes, news }: ApplyArgs): Score[] => [
  ...news.reduce((state, some) => applyLiveNews({ includes, news: toNews(some), state }), {
    documents: initial as readonly Score[],
    streamed: new Set<number>() as ReadonlySet<number>,
  }).documents,
]

describe('what a page shows after news', () => {
  it('should replace what is shown, in its place, and add nothing else', () => {
    const news = [{ changed: [score(2, 3), score(9, 1)] }]

    expect(apply([score(1, 0), score(2, 2)], { news })).toEqual([score(1, 0), score(2, 3)])
  })

  it('should not go back to what is older than the page', () => {
    const news = [{ changed: [score(1, 1)], isWhole: true }]

    expect(apply([score(1, 2)], { news })).toEqual([score(1, 2)])
  })

  it('should show the last word on what left, and take away what is gone', () => {
    const news = [{ gone: [2], left: [score(1, 5)] }]

    expect(apply([score(1, 0), score(2, 2)], { news })).toEqual([score(1, 5)])
  })

  it('should add and take away what the page says belongs to it', () => {
    const includes = ({ goals }: Score): boolean => goals < 3
    const added = [{ changed: [score(7, 1), score(8, 4)] }]

    expect(apply([score(1, 0)], { includes, news: added })).toEqual([score(1, 0), score(7, 1)])
    expect(apply([score(1, 0)], { includes, news: [...added, { left: [score(7, 3)] }] })).toEqual([
      score(1, 0),
    ])
  })

  it('should keep what came with the page, and drop what came by the stream, when all is told', () => {
    const includes = (): boolean => true
    const news = [{ changed: [score(7, 1)] }, { changed: [score(5, 1)], isWhole: true }]

    expect(apply([score(1, 0)], { includes, news })).toEqual([score(1, 0), score(5, 1)])
  })
})
