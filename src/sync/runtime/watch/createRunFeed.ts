import type { Run } from '../../run/Run.js'
import type { RunNews, RunUpdates } from '../../run/RunUpdates.js'
import type { FeedMessage } from './createFeed.js'

import { createFeed } from './createFeed.js'

/** The connections of the runs that a message says are gone, by their ids. */
const gone = new WeakMap<FeedMessage, ReadonlyMap<Run['id'], string>>()

/** The connection of a run that a message says is gone; `undefined` where that is not known. */
export const findGoneConnection = ({
  message,
  runId,
}: {
  message: FeedMessage
  runId: Run['id']
}): string | undefined => gone.get(message)?.get(runId)

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
  let connections = new Map<Run['id'], string>()
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
      const wereOf = new Map(news.gone.map((id) => [id, connections.get(id) ?? '']))
      latest = updates
      known = told
      connections = new Map(
        [...activeRuns, ...endedRuns].map(({ id, connection }) => [id, connection]),
      )
      if (!isFirst && news.activeRuns.length + news.endedRuns.length + news.gone.length === 0) {
        return undefined
      }
      const message = feed.tell(news)
      gone.set(message, wereOf)
      return message
    },
  }
}
