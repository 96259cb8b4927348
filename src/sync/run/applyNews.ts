import type { RunNews, RunUpdates } from './RunUpdates.js'

import { isActive } from './RunStatus.js'

type ApplyNewsArgs = {
  /** What was known; nothing at the beginning. */
  known: RunUpdates | undefined
  news: RunNews
}

/** All runs as they are after the news. `undefined` when what came before was missed. */
export const applyNews = ({ known, news }: ApplyNewsArgs): RunUpdates | undefined => {
  const { activeRuns, endedRuns, gone, isWhole, now } = news
  if (isWhole) {
    return { activeRuns, endedRuns, now }
  }
  if (!known) {
    return undefined
  }
  const runs = new Map([...known.activeRuns, ...known.endedRuns].map((run) => [run.id, run]))
  gone.forEach((id) => runs.delete(id))
  for (const run of [...activeRuns, ...endedRuns]) {
    runs.set(run.id, run)
  }
  const all = [...runs.values()].toSorted((one, other) =>
    other.createdAt.localeCompare(one.createdAt),
  )
  return {
    activeRuns: all.filter(isActive),
    endedRuns: all.filter((run) => !isActive(run)),
    now,
  }
}
