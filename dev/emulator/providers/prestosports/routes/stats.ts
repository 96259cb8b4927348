import type { Json, Row } from '../../../json.js'
import type { SeasonTotals } from '../../../world/college/totalsOf.js'
import type { CollegePlayer, CollegeTeam } from '../../../world/college/types.js'
import type { FindArgs, Route } from './Route.js'

import { recordOf, runsOf, totalsOf } from '../../../world/college/totalsOf.js'
import { RefusedError } from '../RefusedError.js'
import { toWireStats } from '../rows/toWireStats.js'
import { findPlayer, findTeam } from './find.js'

type WithTeam = { team: CollegeTeam } & Pick<FindArgs, 'now' | 'query' | 'state'>

const whereOf = (query: URLSearchParams): ((side: 'H' | 'V') => boolean) => {
  const option = query.get('options')
  if (option !== null && !['AWAY', 'CONFERENCE', 'HOME'].includes(option)) {
    throw new RefusedError({ message: `Unknown option ${option}`, status: 400 })
  }
  return (side) => (option === 'HOME' ? side === 'H' : option === 'AWAY' ? side === 'V' : true)
}

const totalsOfTeam = ({ now, state: { games, world }, team }: WithTeam) =>
  totalsOf({ games, now, teamId: team.id, world })

const textOf = ({ draws, losses, wins }: ReturnType<typeof recordOf>): string =>
  draws > 0 ? `${wins}-${losses}-${draws}` : `${wins}-${losses}`

const recordsOf = ({ now, query, state: { games, world }, team }: WithTeam): Row => {
  const where = whereOf(query)
  const record = (isCounted: (side: 'H' | 'V') => boolean): string =>
    textOf(
      recordOf({
        games,
        now,
        teamId: team.id,
        where: (side) => where(side) && isCounted(side),
        world,
      }),
    )
  return {
    away: record((side) => side === 'V'),
    conference: record(() => true),
    home: record((side) => side === 'H'),
    neutral: '0-0',
    overall: record(() => true),
  }
}

const gamesOfTeam = ({ now, state: { games, world }, team }: WithTeam): Json =>
  world.gamesOfTeam(team.id).flatMap((game): Row[] => {
    const known = games.at({ game, now })
    if (known?.stage.state !== 'final') {
      return []
    }
    const isHome = game.homeId === team.id
    const { H, V } = runsOf(known.stage.plays)
    const [own, other] = isHome ? [H, V] : [V, H]
    return [
      {
        currentRecord: '',
        currentRecordConference: '',
        eventId: game.id,
        resultUsOpponent: `${own}-${other}`,
        resultWinnerLoser: `${Math.max(H, V)}-${Math.min(H, V)}`,
        stats: { r: String(own) },
        statsOpponent: { r: String(other) },
      },
    ]
  })

const nobody = (player: CollegePlayer): Row => ({
  firstName: player.firstName,
  lastName: player.lastName,
  playerId: player.id,
  uniform: player.uniform,
})

const statsOf = (totals: SeasonTotals | undefined): Row => (totals ? toWireStats(totals) : {})

/** The season before, made up: half of what there is now, and another team's id by then. */
const careerOf = ({
  now,
  player,
  state,
  team,
}: { player: CollegePlayer; team: CollegeTeam } & Pick<FindArgs, 'now' | 'state'>): Json => {
  const season = state.world.seasons.get(team.seasonId)!
  const totals = totalsOf({ games: state.games, now, teamId: team.id, world: state.world }).get(
    player.id,
  )
  const before: Row = { ab: '10', avg: '.300', gp: '4', gs: '2', h: '3', hr: '-', r: '1' }
  const isFirstYear = player.year === 'Fr'
  return {
    seasons: [
      ...(isFirstYear
        ? []
        : [
            {
              player: { stats: before },
              seasonId: `${season.id.slice(0, 15)}x`,
              seasonName: season.name.replace(String(season.year), String(season.year - 1)),
            },
          ]),
      { player: { stats: statsOf(totals) }, seasonId: season.id, seasonName: season.name },
    ],
  }
}

/** Totals, records and careers. Everything is text. */
export const stats: readonly Route[] = [
  {
    find: ({ ids: [id], now, ...args }) => {
      const { player, team } = findPlayer({ id, ...args })
      const totals = totalsOfTeam({ now, query: args.query, state: args.state, team })
      return { ...nobody(player), stats: statsOf(totals.get(player.id)) }
    },
    path: '/stats/player/:id',
  },
  ...['/stats/player/:id/career', '/stats/player/:id/career/season'].map((path): Route => ({
    find: ({ ids: [id], now, ...args }) =>
      careerOf({ now, state: args.state, ...findPlayer({ id, ...args }) }),
    path,
  })),
  {
    find: ({ ids: [id], now, ...args }) => {
      const team = findTeam({ id, ...args })
      const totals = [...totalsOfTeam({ now, query: args.query, state: args.state, team }).values()]
      return { stats: totals.length > 0 ? toWireStats(totals.reduce(addTotals)) : {} }
    },
    path: '/stats/teams/:id/stats',
  },
  {
    find: ({ ids: [id], ...args }) => recordsOf({ ...args, team: findTeam({ id, ...args }) }),
    path: '/stats/teams/:id/record',
  },
  {
    find: ({ ids: [id], ...args }) => {
      const team = findTeam({ id, ...args })
      const totals = totalsOfTeam({ ...args, team })
      return team.squad.map((player) => ({
        ...nobody(player),
        stats: statsOf(totals.get(player.id)),
      }))
    },
    path: '/stats/teams/:id/players',
  },
  {
    find: ({ ids: [id], ...args }) => gamesOfTeam({ ...args, team: findTeam({ id, ...args }) }),
    path: '/stats/teams/:id/events',
  },
]

/** Games, starts, wins and losses of a team are not the sum of its players'; they are left as such. */
const addTotals = (one: SeasonTotals, other: SeasonTotals): SeasonTotals => {
  const add = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
    const sum = { ...a }
    for (const [name, by] of Object.entries(b)) {
      sum[name] = (sum[name] ?? 0) + by
    }
    return sum
  }
  return {
    fielding: add(one.fielding, other.fielding),
    games: Math.max(one.games, other.games),
    hitting: add(one.hitting, other.hitting),
    losses: one.losses + other.losses,
    pitching: add(one.pitching, other.pitching),
    pitchingGames: Math.max(one.pitchingGames, other.pitchingGames),
    pitchingStarts: one.pitchingStarts + other.pitchingStarts,
    saves: one.saves + other.saves,
    starts: Math.max(one.starts, other.starts),
    wins: one.wins + other.wins,
  }
}
