import type { Games } from './createGames.js'
import type { Stats } from './game/Box.js'
import type { CollegeWorld } from './types.js'

export type SeasonTotals = {
  fielding: Stats
  games: number
  hitting: Stats
  losses: number
  /** With `outs` instead of innings. */
  pitching: Stats
  pitchingGames: number
  pitchingStarts: number
  saves: number
  starts: number
  wins: number
}

/** What the players of a team did in all games whose box score is complete. */
export const totalsOf = ({
  games,
  now,
  teamId,
  world,
}: {
  games: Games
  now: number
  teamId: string
  world: CollegeWorld
}): Map<string, SeasonTotals> => {
  const totals = new Map<string, SeasonTotals>()
  for (const game of world.gamesOfTeam(teamId)) {
    const known = games.at({ game, now })
    const box = known?.stage.isComplete ? known.findBox() : null
    if (!known || !box) {
      continue
    }
    const side = game.awayId === teamId ? 'V' : 'H'
    for (const player of box.teams[side].players.filter(({ hasPlayed }) => hasPlayed)) {
      const { id } = player.person
      const before = totals.get(id) ?? NOTHING
      const is = (playerId: null | string): number => (playerId === id ? 1 : 0)
      totals.set(id, {
        fielding: add(before.fielding, player.fielding),
        games: before.games + 1,
        hitting: add(before.hitting, player.hitting),
        losses: before.losses + is(known.played.loserId),
        pitching: add(before.pitching, player.pitching),
        pitchingGames: before.pitchingGames + (player.pitching ? 1 : 0),
        pitchingStarts: before.pitchingStarts + (player.pitching && player.isStarter ? 1 : 0),
        saves: before.saves + is(known.played.saverId),
        starts: before.starts + (player.isStarter ? 1 : 0),
        wins: before.wins + is(known.played.winnerId),
      })
    }
  }
  return totals
}

const NOTHING: SeasonTotals = {
  fielding: {},
  games: 0,
  hitting: {},
  losses: 0,
  pitching: {},
  pitchingGames: 0,
  pitchingStarts: 0,
  saves: 0,
  starts: 0,
  wins: 0,
}

const add = (before: Stats, more: null | Stats): Stats => {
  const sum = { ...before }
  for (const [stat, by] of Object.entries(more ?? {})) {
    sum[stat] = (sum[stat] ?? 0) + by
  }
  return sum
}

/** Won, lost and drawn of the games that are over. */
export const recordOf = ({
  games,
  now,
  teamId,
  where = () => true,
  world,
}: {
  games: Games
  now: number
  teamId: string
  where?: (side: 'H' | 'V') => boolean
  world: CollegeWorld
}): { draws: number; losses: number; wins: number } => {
  const record = { draws: 0, losses: 0, wins: 0 }
  for (const game of world.gamesOfTeam(teamId)) {
    const known = games.at({ game, now })
    const side = game.awayId === teamId ? 'V' : 'H'
    if (known?.stage.state !== 'final' || !where(side)) {
      continue
    }
    const runs = runsOf(known.stage.plays)
    const lead = side === 'V' ? runs.V - runs.H : runs.H - runs.V
    record[lead === 0 ? 'draws' : lead > 0 ? 'wins' : 'losses'] += 1
  }
  return record
}

export const runsOf = (plays: { half: 'H' | 'V'; runs: number }[]): Record<'H' | 'V', number> => {
  const runs = { H: 0, V: 0 }
  for (const play of plays) {
    runs[play.half] += play.runs
  }
  return runs
}
