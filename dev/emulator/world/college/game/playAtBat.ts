import type { Random } from '../../createRandom.js'
import type { Credit, StatGroup } from './Play.js'
import type { Bases, HalfInning, Runner, UntimedPlay } from './playHalfInning.js'

import { FIELD_POSITIONS } from '../types.js'
import { type Outcome, OUTCOMES, WORDS } from './outcomes.js'
import { toNames } from './substitute.js'
import { throwPitches } from './throwPitches.js'

/** One batter, from the first pitch to where he ends up. */
export const playAtBat = ({
  half,
  random,
}: {
  half: HalfInning
  random: Random
}): Omit<UntimedPlay, 'half' | 'inning' | 'leftOnBase'> => {
  const { batting, fielding } = half
  const batter = batting.lineup[batting.next]!
  batting.next = (batting.next + 1) % batting.lineup.length
  const outcome = chooseOutcome({ half, random })
  const before = { bases: toNames(half.bases), outs: half.outs, pitcherId: fielding.pitcher.id }
  const credits: Credit[] = []
  const credit = (group: StatGroup, playerId: string, stats: Record<string, number>): void => {
    const side = group === 'hitting' ? batting.side : fielding.side
    for (const [stat, by] of Object.entries(stats)) {
      if (by !== 0) {
        credits.push({ by, group, playerId, side, stat })
      }
    }
  }

  const { moves, outsMade, scored } = advance({
    batter: { id: batter.id, isEarned: outcome !== 'E', pitcherId: fielding.pitcher.id },
    half,
    outcome,
    random,
  })
  half.bases = moves
  half.outs += outsMade
  batting.runs += scored.length

  const pitches = throwPitches({ outcome, random })
  const isAtBat = !['BB', 'HBP', 'SF', 'SH'].includes(outcome)
  const isHit = outcome in HIT_BASES
  const shared = {
    ...(isAtBat && { ab: 1 }),
    ...(isHit && { h: 1 }),
    ...(EXTRA_CREDIT[outcome] ?? {}),
  }
  const rbi = outcome === 'E' || outcome === 'GDP' ? 0 : scored.length
  credit('hitting', batter.id, {
    ...shared,
    rbi,
    ...(outcome === 'SH' && { sh: 1 }),
    ...(outcome === 'SF' && { sf: 1 }),
  })
  credit('pitching', fielding.pitcher.id, {
    ...shared,
    bf: 1,
    outs: outsMade,
    pitches: pitches.text.length,
    strikes: pitches.strikes,
    ...(outcome === 'SH' && { sha: 1 }),
    ...(outcome === 'SF' && { sfa: 1 }),
  })
  for (const runner of scored) {
    credit('hitting', runner.id, { r: 1 })
    credit('pitching', runner.pitcherId, { er: runner.isEarned ? 1 : 0, r: 1 })
  }
  creditFielders({ credit, half, outcome, outsMade, random })

  const runsText = scored.length > 0 ? `, ${scored.length} scored` : ''
  return {
    ...before,
    action: outcome,
    batterId: batter.id,
    credits,
    narrative: `${batter.firstName} ${batter.lastName} ${WORDS[outcome]}${runsText} (${pitches.balls}-${pitches.strikes} ${pitches.text}).`,
    outsMade,
    pitches,
    runs: scored.length,
    substitution: null,
  }
}

const HIT_BASES: Readonly<Partial<Record<Outcome, number>>> = { '1B': 1, '2B': 2, '3B': 3, HR: 4 }

/** What both the batter and the pitcher are credited with, under the same name. */
const EXTRA_CREDIT: Readonly<Partial<Record<Outcome, Record<string, number>>>> = {
  '2B': { double: 1 },
  '3B': { triple: 1 },
  BB: { bb: 1 },
  F: { fly: 1 },
  G: { ground: 1 },
  GDP: { gdp: 1, ground: 1 },
  HBP: { hbp: 1 },
  HR: { hr: 1 },
  K: { so: 1 },
  KL: { kl: 1, so: 1 },
  SF: { fly: 1 },
}

const chooseOutcome = ({ half, random }: { half: HalfInning; random: Random }): Outcome => {
  const [first, , third] = half.bases
  const share = random.next()
  let sum = 0
  const [found] =
    OUTCOMES.find(([, part]) => {
      sum += part
      return share < sum
    }) ?? (['F'] as const)
  if (found === 'G' && first && half.outs < 2 && random.chance(0.4)) {
    return 'GDP'
  }
  if (found === 'F' && third && half.outs < 2) {
    return 'SF'
  }
  return found === 'SH' && !(first && !third && half.outs === 0) ? 'G' : found
}

type Advance = { moves: Bases; outsMade: number; scored: Runner[] }

const advance = ({
  batter,
  half: { bases, outs },
  outcome,
  random,
}: {
  batter: Runner
  half: HalfInning
  outcome: Outcome
  random: Random
}): Advance => {
  const [first, second, third] = bases
  const isThere = (runner: null | Runner): runner is Runner => runner !== null
  switch (outcome) {
    case '1B': {
      const goesHome = second !== null && random.chance(0.6)
      return {
        moves: [batter, first, goesHome ? null : second],
        outsMade: 0,
        scored: [third, goesHome ? second : null].filter(isThere),
      }
    }
    case '2B':
      return { moves: [null, batter, first], outsMade: 0, scored: [third, second].filter(isThere) }
    case '3B':
      return {
        moves: [null, null, batter],
        outsMade: 0,
        scored: [third, second, first].filter(isThere),
      }
    case 'BB':
    case 'HBP':
      return {
        moves: [batter, first ?? second, first && second ? second : third],
        outsMade: 0,
        scored: [first && second ? third : null].filter(isThere),
      }
    case 'E':
      return { moves: [batter, first, second], outsMade: 0, scored: [third].filter(isThere) }
    case 'GDP':
      // With two outs at once behind nobody out, whoever was on third comes home.
      return outs === 0
        ? { moves: [null, null, second], outsMade: 2, scored: [third].filter(isThere) }
        : { moves: [null, second, third], outsMade: 2, scored: [] }
    case 'HR':
      return {
        moves: [null, null, null],
        outsMade: 0,
        scored: [third, second, first, batter].filter(isThere),
      }
    case 'SF':
      return { moves: [first, second, null], outsMade: 1, scored: [third].filter(isThere) }
    case 'SH':
      return { moves: [null, first, second], outsMade: 1, scored: [] }
    default:
      return { moves: bases, outsMade: 1, scored: [] }
  }
}

const creditFielders = ({
  credit,
  half: { fielding },
  outcome,
  outsMade,
  random,
}: {
  credit: (group: StatGroup, playerId: string, stats: Record<string, number>) => void
  half: HalfInning
  outcome: Outcome
  outsMade: number
  random: Random
}): void => {
  const at = (position: string): string => fielding.fielders.get(position)!
  const infielder = random.pick(['1b', '2b', '3b', 'ss', 'p'])
  const anybody = random.pick(FIELD_POSITIONS.slice(4))
  if (outcome === 'E') {
    credit('fielding', at(infielder), { e: 1 })
  } else if (outcome === 'K' || outcome === 'KL') {
    credit('fielding', at('c'), { po: 1 })
  } else if (outcome === 'F' || outcome === 'SF') {
    credit('fielding', at(anybody), { po: 1 })
  } else if (outcome === 'GDP') {
    credit('fielding', at('ss'), { a: 1, indp: 1 })
    credit('fielding', at('2b'), { a: 1, indp: 1, po: 1 })
    credit('fielding', at('1b'), { indp: 1, po: 1 })
  } else if (outsMade > 0) {
    credit('fielding', at(infielder), infielder === '1b' ? {} : { a: 1 })
    credit('fielding', at('1b'), { po: 1 })
  }
}
