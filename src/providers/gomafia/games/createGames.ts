import { z } from 'zod'

import type { MafiaGameDocument } from '../../../content/mafia/index.js'
import type { FetchPageArgs, JsonObject, Page, Resource, Scope } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { StoredTable } from '../tournaments/toRounds.js'

import { composeId, defineResource, reference } from '../../../sdk/index.js'
import { toSchedules } from '../schedules.js'

const number = z.number().nullable()
const text = z.string().nullable()

/** A table of a tournament as it is stored with it. */
const gameSchema = z.looseObject({
  game: z.looseObject({
    referee: text,
    round: z.number(),
    seats: z.array(
      z.looseObject({
        name: text,
        elo: number,
        eloChange: number,
        player: text,
        points: number,
        role: z.enum(['citizen', 'mafia', 'don', 'sheriff']).nullable(),
        seat: number,
      }),
    ),
    table: z.number(),
    winner: z.enum(['city', 'mafia', 'draw']).nullable(),
  }),
  title: z.string(),
  tournament: z.string(),
})

type Game = z.output<typeof gameSchema>

type GameParams = { changedSince?: string }

/**
 * Games: one table in one round. They are made of the tournaments that are stored, so they cost the
 * site no request.
 */
export const createGames = (context: Context): Resource =>
  defineResource({
    budgets: [],
    collection: 'mafiaGames',
    externalId: ({ game, tournament }) =>
      composeId({ parts: [tournament, game.round, game.table] }),
    fetchPage: (args) => fetchGames({ ...args, context }),
    keepsChecks: true,
    map: toGame,
    maxPages: 1_000_000,
    references: ['tournaments', 'players'],
    schedules: toSchedules({ cron: context.settings.schedule }),
    schema: gameSchema,
    scopes: {
      full: (): Scope<GameParams>[] => [
        { key: 'all', label: 'Games of all tournaments', params: {} },
      ],
      incremental: ({ since }): Scope<GameParams>[] => [
        {
          key: 'changed',
          label: 'Games of tournaments that changed',
          params: since ? { changedSince: since.toISOString() } : {},
        },
      ],
    },
  })

type FetchGamesArgs = { context: Context } & FetchPageArgs<GameParams>

const fetchGames = async ({ context, cursor, scope, stored }: FetchGamesArgs): Promise<Page> => {
  const limit = Math.max(1, Math.ceil(context.settings.batchSize / TABLES_OF_TOURNAMENT))
  const tournaments = await stored.find<{ rounds?: null | StoredTable[]; title: string }>({
    limit,
    resource: 'tournaments',
    ...(typeof cursor === 'string' && { after: cursor }),
    ...(scope.changedSince !== undefined && { changedSince: new Date(scope.changedSince) }),
  })
  const records = tournaments.flatMap(({ document: { rounds, title }, externalId }) =>
    (rounds ?? []).map((game) => ({ game, title, tournament: externalId })),
  )
  const last = tournaments.at(-1)
  return {
    mayBeEmpty: true,
    // Every part of it came from JSON.
    records: records as unknown as JsonObject[],
    ...(tournaments.length === limit && last && { next: last.externalId }),
  }
}

/** Some ten rounds at a few tables; what a page holds need not be exact. */
const TABLES_OF_TOURNAMENT = 20

const bySeat = (a: { seat: null | number }, b: { seat: null | number }): number =>
  (a.seat ?? 0) - (b.seat ?? 0)

export const toGame = ({
  game: { referee, round, seats, table, winner },
  title,
  tournament,
}: Game): MafiaGameDocument => {
  const inOrder = seats.toSorted(bySeat)
  return {
    players: inOrder.flatMap(({ name, player }) =>
      player === null
        ? []
        : [reference({ externalId: player, resource: 'players', stub: { name: name ?? player } })],
    ),
    referee,
    round,
    seats: inOrder.map(({ name, elo, eloChange, player, points, role, seat }) => ({
      name,
      elo,
      eloChange,
      player,
      points,
      role,
      seat,
    })),
    table,
    title: `${title}: ${round}.${table}`,
    tournament: reference({ externalId: tournament, resource: 'tournaments' }),
    winner,
  }
}
