import { z } from 'zod'

import type { JsonValue, ResourceContext } from '../../../sdk/index.js'

import { isSyncError, NothingHereError } from '../../../sdk/index.js'
import { oneSchema } from '../http/answerSchemas.js'
import { fetchWhole } from '../http/fetchWhole.js'
import { textValue } from '../values/values.js'
import { statsSchema } from './toTotals.js'

type Context = Pick<ResourceContext, 'http' | 'signal'>

/** Some of the games of a team, as the query calls them. */
const SPLITS = ['HOME', 'AWAY', 'CONFERENCE'] as const

const withStats = z.looseObject({ stats: statsSchema.nullish() })

/** A text by itself, or several by name. */
const recordSchema = z.looseObject({ data: z.union([z.string(), z.looseObject({})]) })

type FetchTeamTotalsArgs = { name: string; teamId: string } & Context

/** The totals of a team: of all its games, of some of them, its record, and one of each game. */
export const fetchTeamTotals = async ({
  name,
  http,
  signal,
  teamId,
}: FetchTeamTotalsArgs): Promise<Record<string, unknown>> => {
  const path = `/stats/teams/${encodeURIComponent(teamId)}`
  const askStats = async (options?: string): Promise<Record<string, JsonValue>> => {
    const { data } = await http.get(`${path}/stats`, {
      ...(options && { query: { options } }),
      schema: oneSchema,
      signal,
    })
    return readStats(data)
  }
  const stats = await askStats()
  const splits: Record<string, JsonValue> = {}
  for (const split of SPLITS) {
    splits[split.toLowerCase()] = await askStats(split)
  }
  const { data: told } = await http.get(`${path}/record`, { schema: recordSchema, signal })
  const record = typeof told === 'string' ? { overall: told } : told
  const games = await fetchWhole({ asked: 'games', http, path: `${path}/events`, signal })
  return { name, kind: 'team', parts: games, record, splits, stats: [stats], teamId }
}

/** Totals stand below `stats`, or by themselves. */
const readStats = (data: Record<string, unknown>): Record<string, JsonValue> => {
  const { data: wrapped } = withStats.safeParse(data)
  return wrapped?.stats ?? statsSchema.catch({}).parse('stats' in data ? {} : data)
}

const playerSchema = z.looseObject({
  id: textValue,
  name: textValue,
  firstName: textValue,
  lastName: textValue,
  playerId: textValue,
  stats: statsSchema.nullish(),
})

type FetchPlayerTotalsArgs = { teamId: string } & Context

/** The totals of each player of a team. One without any number has none yet. */
export const fetchPlayerTotals = async ({
  http,
  signal,
  teamId,
}: FetchPlayerTotalsArgs): Promise<unknown[]> => {
  const path = `/stats/teams/${encodeURIComponent(teamId)}/players`
  const rows = await fetchWhole({ asked: 'players', http, path, signal })
  return rows.flatMap((row) => {
    const { data: player } = playerSchema.safeParse(row)
    if (!player) {
      // Reported as what it is.
      return [row]
    }
    const playerId = player.playerId ?? player.id
    const hasStats = Object.keys(player.stats ?? {}).length > 0
    return playerId && hasStats
      ? [{ name: toName(player), kind: 'player', playerId, stats: [player.stats], teamId }]
      : []
  })
}

const toName = ({
  name,
  firstName,
  lastName,
}: Pick<z.output<typeof playerSchema>, 'firstName' | 'lastName' | 'name'>): string =>
  [firstName, lastName].filter(Boolean).join(' ') || (name ?? '?')

const careerSchema = z.looseObject({
  seasons: z
    .array(
      z.looseObject({
        player: withStats.nullish(),
        players: z.array(withStats).nullish(),
        seasonId: textValue,
        seasonName: textValue,
        stats: statsSchema.nullish(),
      }),
    )
    .nullish(),
})

type FetchCareerArgs = { name: string; playerId: string } & Context

/**
 * The seasons of a player.
 *
 * @throws NothingHereError for one who has none yet, which is told by status 404 as well
 */
export const fetchCareer = async ({
  name,
  http,
  playerId,
  signal,
}: FetchCareerArgs): Promise<Record<string, unknown>> => {
  const seasons = await askSeasons({ http, path: toPath(playerId), signal })
  const stats = seasons.flatMap(({ player, players, stats: own }) => {
    const found = player?.stats ?? players?.[0]?.stats ?? own
    return found && Object.keys(found).length > 0 ? [found] : []
  })
  if (stats.length === 0) {
    throw new NothingHereError(`PrestoSports has no career of ${name} yet.`)
  }
  return { name, kind: 'career', parts: seasons, playerId, stats }
}

const toPath = (playerId: string): string => `/stats/player/${encodeURIComponent(playerId)}/career`

const askSeasons = async ({ http, path, signal }: { path: string } & Context) => {
  try {
    const { data } = await http.get(path, {
      schema: z.looseObject({ data: careerSchema }),
      signal,
    })
    return data.seasons ?? []
  } catch (error) {
    if (isSyncError(error, 'NOT_FOUND')) {
      return []
    }
    throw error
  }
}
