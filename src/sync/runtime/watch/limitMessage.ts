import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Run } from '../../run/Run.js'
import type { RunNews } from '../../run/RunUpdates.js'
import type { FeedMessage } from './createFeed.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { findGoneConnection } from './createRunFeed.js'

type LimitMessageArgs = { message: FeedMessage; sight: Sight }

/**
 * A message as somebody may be told it, or `undefined` where nothing in it is for them. Where all
 * of it is, it is the same object.
 */
export const limitMessage = ({ message, sight }: LimitMessageArgs): FeedMessage | undefined => {
  if (sight === 'all') {
    return message
  }
  const all = JSON.parse(message.json) as RunNews
  const isSeen = ({ connection }: Pick<Run, 'connection'>): boolean =>
    isInSight({ connection, sight })
  const isGoneSeen = (runId: Run['id']): boolean => {
    const connection = findGoneConnection({ message, runId })
    return connection !== undefined && isSeen({ connection })
  }
  const news: RunNews = {
    ...all,
    activeRuns: all.activeRuns.filter(isSeen),
    endedRuns: all.endedRuns.filter(isSeen),
    gone: all.gone.filter(isGoneSeen),
  }
  const count = countOf(news)
  if (count === countOf(all)) {
    return message
  }
  return count > 0 || news.isWhole ? { ...message, json: JSON.stringify(news) } : undefined
}

const countOf = ({ activeRuns, endedRuns, gone }: RunNews): number =>
  activeRuns.length + endedRuns.length + gone.length
