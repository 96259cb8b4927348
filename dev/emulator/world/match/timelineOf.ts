import type { EventKind, Match, MatchEvent, PlayedPhase, Player, Score, Side } from '../types.js'

import { createRandom, type Random } from '../createRandom.js'
import { goalsByPhase } from './goalsByPhase.js'
import { isPlayed, type Phase, phasesOf } from './phasesOf.js'
import { shootoutKicks } from './shootoutKicks.js'

/**
 * Every event of a match, in order. The goals add up to the real score of each phase; minutes,
 * players, cards and substitutions are made up. Nobody scores from the bench, after a red card or
 * after leaving. Empty for a match that is never played.
 *
 * The same for the same match on every call; not cached, because it takes microseconds.
 */
export const timelineOf = ({ match, squadOf }: TimelineArgs): MatchEvent[] => {
  const { result } = match
  const phases = phasesOf(match)
  if (!result || phases.length === 0) {
    return []
  }
  // A stream of its own: phasesOf must not change when more is drawn here.
  const random = createRandom(match.id + 1)
  const goals = goalsByPhase({ random, result })

  const moments = phases.flatMap((phase) =>
    isPlayed(phase.state)
      ? momentsOf({ goals: goals[phase.state], phase, phaseName: phase.state, random })
      : [],
  )
  return castPlayers({
    moments: moments.sort((a, b) => a.at - b.at),
    random,
    teams: {
      away: pickTeam({ random, squad: squadOf(match.awayTeamId) }),
      home: pickTeam({ random, squad: squadOf(match.homeTeamId) }),
    },
  })
}

type TimelineArgs = { match: Match; squadOf: (teamId: number) => Player[] }

/** An event of which it is not yet known who was in it. */
type Moment = { at: number; kind: EventKind; phase: Phase; phaseName: PlayedPhase; side: Side }

type MomentsArgs = {
  goals: Score | undefined
  phase: Phase
  phaseName: PlayedPhase
  random: Random
}

const SIDES = ['home', 'away'] as const satisfies Side[]

const momentsOf = ({ goals = { away: 0, home: 0 }, phase, phaseName, random }: MomentsArgs) => {
  if (phaseName === 'penalties') {
    const kicks = shootoutKicks(goals)
    const pause = (phase.endsAt - phase.startsAt) / (kicks.length + 1)
    return kicks.map(({ isGoal, side }, index): Moment => ({
      at: phase.startsAt + Math.round(pause * (index + 1)),
      kind: isGoal ? 'shootout-goal' : 'shootout-miss',
      phase,
      phaseName,
      side,
    }))
  }

  const moment = (kind: EventKind, side: Side): Moment => ({
    // Whole seconds, and never on the whistle that ends the phase.
    at:
      phase.startsAt +
      random.int({ max: (phase.endsAt - phase.startsAt) / 1000 - 2, min: 1 }) * 1000,
    kind,
    phase,
    phaseName,
    side,
  })
  const isLate = phaseName !== 'first-half'
  const share = phase.length / 45

  return SIDES.flatMap((side) => [
    ...Array.from({ length: goals[side] }, () => moment(goalKind(random), side)),
    ...times({ max: isLate ? 3 : 1, random, share }, () => moment('yellow-card', side)),
    ...times({ max: isLate ? 5 : 0, random, share }, () => moment('substitution', side)),
    ...(random.chance(0.03 * share) ? [moment('red-card', side)] : []),
    ...(random.chance(0.015 * share) ? [moment('missed-penalty', side)] : []),
  ])
}

const times = <T>(
  { max, random, share }: { max: number; random: Random; share: number },
  make: () => T,
): T[] => Array.from({ length: Math.round(random.int({ max, min: 0 }) * share) }, make)

const goalKind = (random: Random): EventKind => {
  const draw = random.next()
  if (draw < 0.03) {
    return 'own-goal'
  }
  return draw < 0.12 ? 'penalty-goal' : 'goal'
}

type TeamOnPitch = { bench: Player[]; booked: Set<number>; onPitch: Player[] }

const pickTeam = ({ random, squad }: { random: Random; squad: Player[] }): TeamOnPitch => {
  const starts = { attacker: 2, defender: 4, goalkeeper: 1, midfielder: 4 }
  const bench: Player[] = []
  const onPitch: Player[] = []

  for (const player of random.shuffle(squad)) {
    const isStarting = starts[player.position] > 0
    starts[player.position] -= 1
    ;(isStarting ? onPitch : bench).push(player)
  }
  return { bench, booked: new Set(), onPitch }
}

const castPlayers = ({
  moments,
  random,
  teams,
}: {
  moments: Moment[]
  random: Random
  teams: Record<Side, TeamOnPitch>
}): MatchEvent[] => {
  const score: Score = { away: 0, home: 0 }
  const shootout: Score = { away: 0, home: 0 }
  const events: MatchEvent[] = []

  for (const { at, kind, phase, phaseName, side } of moments) {
    const cast = castOne({ kind, random, side, teams })
    if (!cast) {
      continue
    }
    const counter = GOALS.has(cast.kind) ? score : kind.startsWith('shootout') ? shootout : null
    if (counter && cast.kind !== 'shootout-miss') {
      counter[side] += 1
    }
    events.push({
      ...cast,
      ...minuteOf({ at, phase }),
      at,
      index: events.length,
      phase: phaseName,
      score: counter && { ...counter },
      side,
    })
  }
  return events
}

const GOALS: ReadonlySet<EventKind> = new Set(['goal', 'own-goal', 'penalty-goal'])

type Cast = { kind: EventKind; playerId: number; relatedPlayerId: null | number }

/** Who was in it; also moves players between pitch and bench. `null`: nobody is left to do it. */
const castOne = ({
  kind,
  random,
  side,
  teams,
}: {
  kind: EventKind
  random: Random
  side: Side
  teams: Record<Side, TeamOnPitch>
}): Cast | null => {
  const team = teams[side]
  const outfield = (each: TeamOnPitch): Player[] =>
    each.onPitch.filter(({ position }) => position !== 'goalkeeper')

  switch (kind) {
    case 'goal': {
      const scorer = random.pick(likelyScorers(outfield(team)))
      const others = outfield(team).filter(({ id }) => id !== scorer.id)
      const passer = random.chance(0.7) && others.length > 0 ? random.pick(others).id : null
      return { kind, playerId: scorer.id, relatedPlayerId: passer }
    }
    case 'own-goal': {
      const scorer = random.pick(teams[side === 'home' ? 'away' : 'home'].onPitch)
      return { kind, playerId: scorer.id, relatedPlayerId: null }
    }
    case 'red-card':
    case 'yellow-card': {
      const player = random.pick(outfield(team))
      const isSecondYellow = kind === 'yellow-card' && team.booked.has(player.id)
      const leaves = kind === 'red-card' || isSecondYellow
      // A match ends when a side has fewer than seven: stay far from that.
      if (leaves && team.onPitch.length <= 9) {
        return null
      }
      if (leaves) {
        team.onPitch = team.onPitch.filter(({ id }) => id !== player.id)
      }
      team.booked.add(player.id)
      return {
        kind: isSecondYellow ? 'second-yellow-card' : kind,
        playerId: player.id,
        relatedPlayerId: null,
      }
    }
    case 'substitution': {
      const leaving = random.pick(outfield(team))
      const coming = team.bench.find(({ position }) => position === leaving.position)
      if (!coming) {
        return null
      }
      team.bench = team.bench.filter(({ id }) => id !== coming.id)
      team.onPitch = [...team.onPitch.filter(({ id }) => id !== leaving.id), coming]
      return { kind, playerId: coming.id, relatedPlayerId: leaving.id }
    }
    default:
      return { kind, playerId: random.pick(outfield(team)).id, relatedPlayerId: null }
  }
}

/** Attackers three times as likely as defenders, midfielders twice. */
const likelyScorers = (players: Player[]): Player[] =>
  players.flatMap((player) =>
    Array<Player>({ attacker: 3, defender: 1, goalkeeper: 0, midfielder: 2 }[player.position]).fill(
      player,
    ),
  )

const minuteOf = ({
  at,
  phase: { countsFrom, length, startsAt },
}: {
  at: number
  phase: Phase
}): { addedMinute: null | number; minute: number } => {
  const elapsed = Math.floor((at - startsAt) / 60_000) + 1
  if (length === 0) {
    return { addedMinute: null, minute: countsFrom }
  }
  return elapsed > length
    ? { addedMinute: elapsed - length, minute: countsFrom + length }
    : { addedMinute: null, minute: countsFrom + elapsed }
}
