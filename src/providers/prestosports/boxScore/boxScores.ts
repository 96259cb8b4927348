import type {
  CollegeGameDocument,
  CollegeGameStatsDocument,
} from '../../../content/college/index.js'
import type { FetchPageArgs, ResourceContext, Scope, StoredRecord } from '../../../sdk/index.js'
import type { PrestosportsSource } from '../account/settings.js'

import { composeId, defineResource, NothingHereError, referencedId } from '../../../sdk/index.js'
import { findTeams } from '../account/findTeams.js'
import { findGames } from '../games/findGames.js'
import { couldGamesBeLive } from '../games/findLiveGames.js'
import { fetchBoxScore } from './fetchBoxScore.js'
import { areLinesDue, findLines } from './lines/findLines.js'
import { lineSchema } from './lines/Line.js'
import { toGameStats } from './lines/toGameStats.js'
import { toLines } from './lines/toLines.js'

// cspell:ignore Estadísticas partido Feuilles
type GameParams = {
  awayTeamId?: string
  gameId: string
  homeTeamId?: string
  isOver: boolean
}

/** A game that changed longer ago than this is left to the full runs. */
const LIVE_MS = 24 * 60 * 60 * 1000

/**
 * The line of each player in each game. A game is a scope: its lines are read when it is on, and
 * whenever it changed since they were read. The game itself is `matches`' to fill.
 */
export const boxScores = defineResource<CollegeGameStatsDocument, PrestosportsSource>()({
  collection: 'collegeGameStats',
  couldBeLive: couldGamesBeLive,
  externalId: ({ gameId, key }) => composeId({ parts: [gameId, key] }),
  fetchOne: async ({ externalId, http, signal, stored }) => {
    const [gameId = ''] = externalId.split(':', 1)
    const [game] = await stored.find<CollegeGameDocument>({
      externalIds: [gameId],
      resource: 'matches',
    })
    const lines = await readLines({
      http,
      scope: game ? toParams(game) : { gameId, isOver: true },
      signal,
      stored,
    })
    const record = lines.find(({ key }) => `${gameId}:${key}` === externalId)
    return record ? { record } : null
  },
  fetchPage: async (context: FetchPageArgs<GameParams, PrestosportsSource>) => {
    const records = await readLines(context)
    if (records.length === 0) {
      // Stats come in steps: that there is none yet proves of no line that it is gone.
      throw new NothingHereError(`PrestoSports has no stats of game ${context.scope.gameId} yet.`)
    }
    return { records }
  },
  label: {
    de: 'Box-Scores',
    en: 'Box scores',
    es: 'Estadísticas por partido',
    fr: 'Feuilles de match',
    ru: 'Статистика матчей',
    uk: 'Статистика матчів',
  },
  map: toGameStats,
  references: ['teams', 'players', 'matches'],
  schedules: [
    { cron: '0 */4 * * *', mode: 'full' },
    { cron: '*/2 * * * *', mode: 'live' },
  ],
  schema: lineSchema,
  scopes: {
    full: (context) => listScopes({ ...context, changedSince: undefined }),
    live: (context) =>
      listScopes({ ...context, changedSince: new Date(context.now.getTime() - LIVE_MS) }),
  },
})

type ReadLinesArgs = { scope: GameParams } & Pick<ResourceContext, 'http' | 'signal' | 'stored'>

const readLines = async ({
  http,
  scope: { awayTeamId, gameId, homeTeamId, isOver },
  signal,
  stored,
}: ReadLinesArgs) => {
  const root = await fetchBoxScore({ gameId, homeTeamId, http, isOver, signal })
  return root
    ? toLines({
        gameId,
        root,
        stored: await findLines({ gameId, stored }),
        teams: {
          ...(awayTeamId !== undefined && { away: awayTeamId }),
          ...(homeTeamId !== undefined && { home: homeTeamId }),
        },
      })
    : []
}

type ListScopesArgs = { changedSince: Date | undefined } & Pick<
  ResourceContext<PrestosportsSource>,
  'http' | 'now' | 'signal' | 'source' | 'stored'
>

const BEGUN = ['live', 'paused', 'finished'] as const

const listScopes = async ({
  changedSince,
  now,
  stored,
  ...context
}: ListScopesArgs): Promise<Scope<GameParams>[]> => {
  const changed = { ...(changedSince && { changedSince }), stored }
  if (changedSince) {
    const any = await stored.find({ ...changed, limit: 1, resource: 'matches', where: IS_BEGUN })
    if (any.length === 0) {
      return []
    }
  }
  const teamIds = (await findTeams(context)).map(({ teamId }) => teamId)
  const games = await findGames({ ...changed, states: BEGUN, teamIds })
  const scopes: Scope<GameParams>[] = []
  for (const game of games) {
    const { document, externalId } = game
    if (document.state !== 'finished' || (await areLinesDue({ game, now, stored }))) {
      scopes.push({
        key: `game:${externalId}`,
        label: document.title,
        params: toParams(game),
        // A box score that is complete has every player; an open one may lack some.
        provesAbsence: document.boxScoreComplete === true,
      })
    }
  }
  return scopes
}

const IS_BEGUN = { state: BEGUN }

const toParams = ({ document, externalId }: StoredRecord<CollegeGameDocument>): GameParams => {
  const awayTeamId = referencedId(document.awayTeam)
  const homeTeamId = referencedId(document.homeTeam)
  return {
    gameId: externalId,
    isOver: document.state === 'finished',
    ...(awayTeamId !== undefined && { awayTeamId }),
    ...(homeTeamId !== undefined && { homeTeamId }),
  }
}
