import type { CollegeGameDocument } from '../../../content/college/index.js'
import type {
  CouldBeLive,
  FindStoredArgs,
  ResourceContext,
  StoredRecord,
} from '../../../sdk/index.js'

import { LONGEST_OPEN_MS } from './boxScoreTimes.js'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

/** Games begin early, and line-ups come before. */
const BEFORE_START_MS = 15 * MINUTE_MS

/** A game that is late begins by then; one that never does may be the double of another. */
const AFTER_START_MS = 4 * HOUR_MS

/** A game that is suspended goes on the next day. */
const LONGEST_GAME_MS = 24 * HOUR_MS

/** One that was suspended goes on days later, and says so by changing. */
const RESUMED_MS = 4 * HOUR_MS

const RESUMED = ['live', 'paused'] as const

/** What a live run looks after, each as a state and how long ago it may have begun. */
const toWindows = (now: Date) => {
  const ago = (ms: number): Date => new Date(now.getTime() - ms)
  return [
    {
      from: ago(AFTER_START_MS),
      states: ['scheduled', 'unknown'],
      to: ago(-BEFORE_START_MS),
    },
    { from: ago(LONGEST_GAME_MS), states: ['live', 'paused'] },
    { from: ago(LONGEST_OPEN_MS), isIncomplete: true, states: ['finished'] },
  ] as const
}

/** Corrections that nobody read in time are left to the full runs. */
const LONGEST_DUE_MS = 24 * HOUR_MS

/**
 * Whether a game is on or about to begin, its box score is still open, or the time has come to look
 * for corrections. Asks the database and nobody else.
 */
export const couldGamesBeLive: CouldBeLive = ({ documents, now }) =>
  documents.exists({
    anyOf: [
      ...toWindows(now).map(({ from, states, ...rest }) => ({
        startsAt: { from, ...('to' in rest && { to: rest.to }) },
        state: { in: states },
        ...('isIncomplete' in rest && { boxScoreComplete: { in: [false] } }),
      })),
      {
        providerUpdatedAt: { from: new Date(now.getTime() - RESUMED_MS) },
        state: { in: RESUMED },
      },
      { boxScoreDueAt: { from: new Date(now.getTime() - LONGEST_DUE_MS), to: now } },
    ],
    resource: 'matches',
  })

type FindLiveGamesArgs = Pick<ResourceContext, 'now' | 'stored'>

/** The same games, as they are stored: also those of other connections. */
export const findLiveGames = async ({
  now,
  stored,
}: FindLiveGamesArgs): Promise<StoredRecord<CollegeGameDocument>[]> => {
  const find = (args: Omit<FindStoredArgs, 'resource'>) =>
    stored.find<CollegeGameDocument>({ ...args, resource: 'matches' })
  const found = new Map<string, StoredRecord<CollegeGameDocument>>()
  for (const { from, states, ...rest } of toWindows(now)) {
    const games = await find({
      range: {
        startsAt: {
          from: from.toISOString(),
          ...('to' in rest && { to: rest.to.toISOString() }),
        },
      },
      where: { state: states },
    })
    games
      .filter(({ document }) => !('isIncomplete' in rest) || document.boxScoreComplete !== true)
      .forEach((game) => found.set(game.externalId, game))
  }
  const due = await find({
    range: {
      boxScoreDueAt: {
        from: new Date(now.getTime() - LONGEST_DUE_MS).toISOString(),
        to: now.toISOString(),
      },
    },
  })
  const resumed = await find({
    range: { providerUpdatedAt: { from: new Date(now.getTime() - RESUMED_MS).toISOString() } },
    where: { state: RESUMED },
  })
  for (const game of [...due, ...resumed]) {
    found.set(game.externalId, game)
  }
  return [...found.values()]
}
