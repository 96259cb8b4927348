import type { Run } from '../../run/Run.js'
import type { RunNews, RunUpdates } from '../../run/RunUpdates.js'
import type { FeedMessage } from './createFeed.js'

import { createFeed } from './createFeed.js'

export type RunFeed = {
  /** What brings somebody up to date who was told `lastId`, or nothing yet. */
  catchUp: (lastId: string | undefined) => FeedMessage[]
  /** Takes what runs now. Returns what is different, unless nothing is. */
  take: (updates: RunUpdates) => FeedMessage | undefined
}

/**
 * Makes messages of what runs: what changed since the last look, and everything for those who
 * begin. However many are told, each is put into words once.
 */
export const createRunFeed = (): RunFeed => {
  const feed = createFeed()
  let known = new Map<Run['id'], string>()
  let latest: RunUpdates | undefined
  const toWhole = (): RunNews | undefined => latest && { ...latest, gone: [], isWhole: true }

  return {
    catchUp: (lastId) => feed.catchUp({ lastId, toWhole }),
    take: (updates) => {
      const { activeRuns, endedRuns, now } = updates
      const told = new Map(
        [...activeRuns, ...endedRuns].map((run) => [run.id, JSON.stringify(run)]),
      )
      const isNews = ({ id }: Run): boolean => known.get(id) !== told.get(id)
      const news = {
        activeRuns: activeRuns.filter(isNews),
        endedRuns: endedRuns.filter(isNews),
        gone: [...known.keys()].filter((id) => !told.has(id)),
        isWhole: latest === undefined,
        now,
      }
      const isFirst = latest === undefined
      latest = updates
      known = told
      if (!isFirst && news.activeRuns.length + news.endedRuns.length + news.gone.length === 0) {
        return undefined
      }
      return feed.tell(news)
    },
  }
}
