import type { CollegeGame, CollegePlayer, CollegeTeam, Side } from '../types.js'
import type { Credit, Lineup, Play, PlayedGame } from './Play.js'

import { createRandom, type Random } from '../../createRandom.js'
import { hash } from '../../hash.js'
import { FIELD_POSITIONS } from '../types.js'
import { playHalfInning } from './playHalfInning.js'

/** One side while the game goes on. */
export type Dugout = {
  /** Who may still come in, the next one first. */
  bench: CollegePlayer[]
  bullpen: CollegePlayer[]
  /** Who fields where now, by position. */
  fielders: Map<string, string>
  /** In batting order. */
  lineup: CollegePlayer[]
  next: number
  pitcher: CollegePlayer
  runs: number
  side: Side
}

const PLAY_MS = 100_000
/** The first pitch is a little late. */
const DELAY_MS = 3 * 60_000
/** Nobody plays longer: then the game ends as a draw. */
const MAX_INNINGS = 18

/** Plays a game that has both teams; the same each time. */
export const playGame = ({
  away,
  game,
  home,
}: {
  away: CollegeTeam
  game: CollegeGame
  home: CollegeTeam
}): PlayedGame => {
  const random = createRandom(hash(`plays|${game.id}`))
  const sides = {
    H: openDugout({ random, side: 'H', team: home }),
    V: openDugout({ random, side: 'V', team: away }),
  }
  const lineups = { H: toLineup(sides.H), V: toLineup(sides.V) }
  const plays: Omit<Play, 'at'>[] = []
  let decision = { loserId: sides.V.pitcher.id, winnerId: sides.H.pitcher.id }

  const isDecided = (inning: number, half: Side): boolean =>
    inning >= game.innings &&
    (half === 'V' ? sides.H.runs > sides.V.runs : sides.H.runs !== sides.V.runs)

  for (let inning = 1; inning <= MAX_INNINGS; inning += 1) {
    for (const half of ['V', 'H'] as const) {
      const batting = sides[half]
      const fielding = sides[half === 'V' ? 'H' : 'V']
      const wasBehind = batting.runs <= fielding.runs
      plays.push(
        ...playHalfInning({ batting, fielding, inning, isLast: inning >= game.innings, random }),
      )
      if (wasBehind && batting.runs > fielding.runs) {
        decision = { loserId: fielding.pitcher.id, winnerId: batting.pitcher.id }
      }
      if (isDecided(inning, half)) {
        return finish({ decision, game, lineups, plays, random, sides })
      }
    }
  }
  return finish({ decision, game, lineups, plays, random, sides })
}

const openDugout = ({
  random,
  side,
  team,
}: {
  random: Random
  side: Side
  team: CollegeTeam
}): Dugout => {
  const pitchers = random.shuffle(team.squad.filter(({ position }) => position === 'p'))
  const [pitcher, ...bullpen] = pitchers as [CollegePlayer, ...CollegePlayer[]]
  const hitters = FIELD_POSITIONS.map(
    (position) => random.shuffle(team.squad.filter((player) => player.position === position))[0]!,
  )
  const hitter = team.squad.find(({ position }) => position === 'dh')!
  const lineup = random.shuffle([...hitters, hitter])
  return {
    bench: random.shuffle(
      team.squad.filter((player) => player.position !== 'p' && !lineup.includes(player)),
    ),
    // The two of one name stay on the bench, as most of a squad does.
    bullpen: bullpen.slice(0, 4),
    fielders: new Map([
      ...hitters.map(({ id, position }) => [position, id] as const),
      ['p', pitcher.id] as const,
    ]),
    lineup,
    next: 0,
    pitcher,
    runs: 0,
    side,
  }
}

const toLineup = ({ lineup, pitcher }: Dugout): Lineup => ({
  starters: [...lineup, pitcher].map(({ id, position }, index) => ({
    playerId: id,
    position,
    spot: index + 1,
  })),
})

const finish = ({
  decision: { loserId, winnerId },
  game,
  lineups,
  plays,
  random,
  sides,
}: {
  decision: { loserId: string; winnerId: string }
  game: CollegeGame
  lineups: PlayedGame['lineups']
  plays: Omit<Play, 'at'>[]
  random: Random
  sides: Record<Side, Dugout>
}): PlayedGame => {
  const { inning: stopsAt = Number.POSITIVE_INFINITY, resumesAfterMs = 0 } = game.suspended ?? {}
  const timed = plays.map((play, index) => ({
    ...play,
    at:
      game.startsAt +
      DELAY_MS +
      (index + 1) * PLAY_MS +
      (play.inning >= stopsAt ? resumesAfterMs : 0),
  }))
  const last = (sides.H.runs > sides.V.runs ? sides.H : sides.V).pitcher.id
  return {
    endsAt: (timed.at(-1)?.at ?? game.startsAt) + PLAY_MS,
    lineups,
    loserId,
    plays: game.correctedAfterMs === null ? timed : withCorrection({ plays: timed, random }),
    saverId: last === winnerId ? null : last,
    winnerId,
  }
}

/** One hit becomes an error of whoever fielded the ball. */
const withCorrection = ({ plays, random }: { plays: Play[]; random: Random }): Play[] => {
  const hits = plays.filter(({ action }) => action === '1B')
  if (hits.length === 0) {
    return plays
  }
  const corrected = random.pick(hits)
  const isHit = ({ group, stat }: Credit): boolean => stat === 'h' && group !== 'fielding'
  const error = plays
    .flatMap(({ credits }) => credits)
    .find(({ group, side }) => group === 'fielding' && side !== corrected.half)!
  return plays.map((play) =>
    play === corrected
      ? {
          ...play,
          correctedCredits: [
            ...play.credits.filter((credit) => !isHit(credit)),
            { ...error, by: 1, stat: 'e' },
          ],
        }
      : play,
  )
}
