import type { CollegeGame, CollegePlayer, CollegeTeam, Side } from '../types.js'
import type { Box, BoxPlayer, BoxTeam, Stats } from './Box.js'
import type { Credit, Play, PlayedGame, StatGroup } from './Play.js'
import type { Stage } from './stageOf.js'

/** The box score of a game as far as it is known. */
export const boxOf = ({
  away,
  game,
  home,
  played,
  stage,
}: {
  away: CollegeTeam
  game: CollegeGame
  home: CollegeTeam
  played: PlayedGame
  stage: Stage
}): Box => {
  const { detail, isComplete, isCorrected, plays } = stage
  const credits = plays.flatMap((play) =>
    isCorrected ? (play.correctedCredits ?? play.credits) : play.credits,
  )
  const sum = tally(credits)
  const team = (side: Side): BoxTeam => {
    const base = { played, plays, side, squad: (side === 'V' ? away : home).squad }
    const totals = {
      fielding: sum({ group: 'fielding', side }),
      hitting: sum({ group: 'hitting', side }),
      pitching: sum({ group: 'pitching', side }),
    }
    const half = plays.filter((play) => play.half === side)
    return {
      errors: totals.fielding.e ?? 0,
      hits: totals.hitting.h ?? 0,
      leftOnBase: half.reduce((all, { leftOnBase }) => all + (leftOnBase ?? 0), 0),
      line: lineOf({ game, half, plays, side, stage }),
      players:
        detail === 'scores' ? [] : playersOf({ ...base, hasPitching: detail === 'all', sum }),
      runs: half.reduce((all, { runs }) => all + runs, 0),
      totals,
    }
  }
  return {
    isComplete,
    now: isComplete ? null : situationOf({ played, plays }),
    plays: detail === 'all' ? plays : [],
    teams: { H: team('H'), V: team('V') },
  }
}

type Tally = (args: { group: StatGroup; playerId?: string; side: Side }) => Stats

/** Adds up all credits once, by player and by side. */
const tally = (credits: Credit[]): Tally => {
  const sums = new Map<string, Stats>()
  const keyOf = ({ group, playerId = '', side }: Parameters<Tally>[0]): string =>
    `${side}|${group}|${playerId}`
  for (const { by, group, playerId, side, stat } of credits) {
    for (const key of [keyOf({ group, playerId, side }), keyOf({ group, side })]) {
      const stats = sums.get(key) ?? {}
      stats[stat] = (stats[stat] ?? 0) + by
      sums.set(key, stats)
    }
  }
  return (args) => sums.get(keyOf(args)) ?? {}
}

const lineOf = ({
  game,
  half,
  plays,
  side,
  stage,
}: {
  game: CollegeGame
  half: Play[]
  plays: Play[]
  side: Side
  stage: Stage
}): BoxTeam['line'] => {
  const innings = Math.max(0, ...plays.map(({ inning }) => inning))
  const line: BoxTeam['line'] = []
  for (let inning = 1; inning <= innings; inning += 1) {
    const own = half.filter((play) => play.inning === inning)
    if (own.length > 0) {
      line.push(own.reduce((all, { runs }) => all + runs, 0))
    } else if (side === 'H' && stage.state === 'final' && inning >= game.innings) {
      line.push('X')
    }
  }
  return line
}

const playersOf = ({
  hasPitching,
  played,
  plays,
  side,
  squad,
  sum,
}: {
  hasPitching: boolean
  played: PlayedGame
  plays: Play[]
  side: Side
  squad: CollegePlayer[]
  sum: Tally
}): BoxPlayer[] => {
  const people = new Map(squad.map((person) => [person.id, person]))
  const entries: Pick<BoxPlayer, 'isStarter' | 'person' | 'positions' | 'spot' | 'sub'>[] =
    played.lineups[side].starters.map(({ playerId, position, spot }) => ({
      isStarter: true,
      person: people.get(playerId)!,
      positions: [position],
      spot,
      sub: 0,
    }))
  for (const { substitution } of plays) {
    if (substitution?.side === side) {
      const { playerId, position, spot } = substitution
      entries.push({
        isStarter: false,
        person: people.get(playerId)!,
        positions: [position],
        spot,
        sub: entries.filter((entry) => entry.spot === spot).length,
      })
    }
  }
  entries.sort((a, b) => a.spot - b.spot || a.sub - b.sub)
  const playing = entries.map((entry): BoxPlayer => {
    const of = (group: StatGroup): Stats => sum({ group, playerId: entry.person.id, side })
    const pitching = of('pitching')
    const isPitcher = entry.positions.includes('p')
    return {
      ...entry,
      fielding: of('fielding'),
      hasPlayed: true,
      hitting: of('hitting'),
      // Whoever bats ninth for the visitors was entered by hand.
      isIdKnown: !(side === 'V' && entry.spot === 9 && entry.isStarter),
      pitching: isPitcher && hasPitching ? pitching : null,
    }
  })
  const present = new Set(entries.map(({ person }) => person.id))
  const bench = squad
    .filter(({ id }) => !present.has(id))
    .map((person): BoxPlayer => ({
      fielding: null,
      hasPlayed: false,
      hitting: null,
      isIdKnown: false,
      isStarter: false,
      person,
      pitching: null,
      positions: [],
      spot: 0,
      sub: 0,
    }))
  return [...playing, ...bench]
}

const situationOf = ({ played, plays }: { played: PlayedGame; plays: Play[] }): Box['now'] => {
  const next = played.plays[plays.length]
  const last = plays.at(-1)
  const current = next ?? last!
  return {
    balls: 0,
    bases: next ? next.bases : { first: null, second: null, third: null },
    batterId: current.batterId,
    half: current.half,
    inning: current.inning,
    outs: next ? next.outs : 3,
    pitcherId: current.pitcherId,
    strikes: 0,
  }
}
