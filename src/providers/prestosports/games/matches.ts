import type { CollegeGameDocument } from '../../../content/college/index.js'
import type {
  FetchPageArgs,
  Page,
  ResourceContext,
  Scope,
  StoredRecord,
} from '../../../sdk/index.js'
import type { PrestosportsSource } from '../account/settings.js'

import { defineResource, referencedId } from '../../../sdk/index.js'
import { findTeams } from '../account/findTeams.js'
import { fetchList } from '../http/fetchList.js'
import { isBoxScoreDue } from './boxScoreTimes.js'
import { fetchGame } from './fetchGame.js'
import { findGames } from './findGames.js'
import { couldGamesBeLive, findLiveGames } from './findLiveGames.js'
import { matchSchema, toMatch } from './matchSchema.js'

type MatchParams =
  /** The box scores that are due, once the schedule is stored. */
  | { gameId: string; kind: 'game' }
  | { kind: 'boxScores'; teamIds: string[] }
  | { kind: 'team'; teamId: string }

type Context = FetchPageArgs<MatchParams, PrestosportsSource>

/**
 * The games of each team, with what their box scores add: the line score, totals, plays and what is
 * going on. A box score is asked for when the game is on, until it is complete, for corrections, and
 * whenever PrestoSports says that the game was changed.
 */
export const matches = defineResource<CollegeGameDocument, PrestosportsSource>()({
  collection: 'collegeGames',
  couldBeLive: couldGamesBeLive,
  externalId: ({ eventId }) => eventId,
  fetchOne: async ({ externalId, ...context }) => ({
    record: await fetchGame({ ...context, gameId: externalId }),
  }),
  fetchPage: async ({ scope, ...context }: Context): Promise<Page> => {
    if (scope.kind === 'team') {
      return await fetchList({
        ...context,
        asked: `games of team ${scope.teamId}`,
        path: `/teams/${scope.teamId}/events`,
      })
    }
    const gameIds =
      scope.kind === 'game'
        ? [scope.gameId]
        : (readIds(context.cursor) ?? (await listDueGames({ ...context, ...scope })))
    return await fetchGames({ ...context, gameIds })
  },
  map: toMatch,
  references: ['teams'],
  schedules: [
    { cron: '0 */4 * * *', mode: 'full' },
    { cron: '*/2 * * * *', mode: 'live' },
  ],
  schema: matchSchema,
  scopes: {
    full: async (context): Promise<Scope<MatchParams>[]> => {
      const teams = await findTeams(context)
      return [
        ...teams.map(({ name, teamId }): Scope<MatchParams> => ({
          key: `team:${teamId}`,
          label: `Games of ${name}`,
          params: { kind: 'team', teamId },
          provesAbsence: true,
        })),
        {
          key: 'boxScores',
          label: 'Box scores',
          params: { kind: 'boxScores', teamIds: teams.map(({ teamId }) => teamId) },
        },
      ]
    },
    live: async (context): Promise<Scope<MatchParams>[]> =>
      (await listLiveGames(context)).map(({ document: { title }, externalId }) => ({
        key: `game:${externalId}`,
        label: title,
        params: { gameId: externalId, kind: 'game' },
      })),
  },
})

const readIds = (cursor: Context['cursor']): string[] | undefined =>
  Array.isArray(cursor) ? cursor.map(String) : undefined

type FetchGamesArgs = { gameIds: readonly string[] } & Pick<
  Context,
  'http' | 'now' | 'signal' | 'stored'
>

/** One game a page: each takes two requests, and is stored as soon as it is there. */
const fetchGames = async ({
  gameIds: [gameId, ...others],
  ...context
}: FetchGamesArgs): Promise<Page> =>
  gameId === undefined
    ? { mayBeEmpty: true, records: [] }
    : {
        mayBeEmpty: true,
        records: [await fetchGame({ ...context, gameId })],
        ...(others.length > 0 && { next: others }),
      }

type ListDueGamesArgs = { teamIds: readonly string[] } & Pick<ResourceContext, 'now' | 'stored'>

const listDueGames = async ({ now, stored, teamIds }: ListDueGamesArgs): Promise<string[]> => {
  const games = await findGames({ stored, teamIds })
  return games
    .filter(({ document }) => isBoxScoreDue({ game: document, now }))
    .map(({ externalId }) => externalId)
}

/** The database is asked first: without a game that could be on there is no request. */
const listLiveGames = async (
  context: Pick<Context, 'http' | 'now' | 'signal' | 'source' | 'stored'>,
): Promise<StoredRecord<CollegeGameDocument>[]> => {
  const games = await findLiveGames(context)
  if (games.length === 0) {
    return []
  }
  const own = new Set((await findTeams(context)).map(({ teamId }) => teamId))
  return games.filter(({ document: { awayTeam, homeTeam } }) =>
    [awayTeam, homeTeam].some((team) => own.has(referencedId(team) ?? '')),
  )
}
