import { randomUUID } from 'node:crypto'

import type { Run } from '../../run/Run.js'
import type { RunNews, RunUpdates } from '../../run/RunUpdates.js'

/** How many changes can be caught up on; whoever missed more is told everything. */
const MOST_KEPT = 60

/** One message of the feed, made once for all who are told it. */
export type FeedMessage = {
  /** By which whoever was told it can say so. */
  id: string
  /** The news as JSON. */
  json: string
}

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
  // Numbers of another process, or of an earlier feed, mean nothing here.
  const name = randomUUID().slice(0, 8)
  let known = new Map<Run['id'], string>()
  let latest: RunUpdates | undefined
  let version = 0
  let whole: FeedMessage | undefined
  const changes: FeedMessage[] = []
  const toMessage = (news: RunNews): FeedMessage => ({
    id: `${name}-${version}`,
    json: JSON.stringify(news),
  })

  return {
    catchUp: (lastId) => {
      const missed = changes.findIndex(({ id }) => id === lastId)
      if (missed >= 0) {
        return changes.slice(missed + 1)
      }
      if (!latest) {
        return []
      }
      whole ??= toMessage({ ...latest, gone: [], isWhole: true })
      return [whole]
    },
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
      version += 1
      whole = undefined
      const message = toMessage(news)
      changes.push(message)
      changes.splice(0, changes.length - MOST_KEPT)
      return message
    },
  }
}
