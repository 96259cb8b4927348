import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { BoxPlayer, BoxTeam } from '../../dev/emulator/world/college/game/Box.js'
import type { CollegeGame, Side } from '../../dev/emulator/world/college/types.js'

type Numbers = Record<string, null | number>

const BATTING: Readonly<Record<string, string>> = {
  ab: 'atBats',
  bb: 'walks',
  double: 'doubles',
  fly: 'flyOuts',
  gdp: 'groundedIntoDoublePlay',
  ground: 'groundOuts',
  h: 'hits',
  hbp: 'hitByPitch',
  hr: 'homeRuns',
  kl: 'strikeoutsLooking',
  r: 'runs',
  rbi: 'runsBattedIn',
  sf: 'sacrificeFlies',
  sh: 'sacrificeHits',
  so: 'strikeouts',
  triple: 'triples',
}

const PITCHING: Readonly<Record<string, string>> = {
  ab: 'atBats',
  bb: 'walks',
  bf: 'battersFaced',
  double: 'doubles',
  er: 'earnedRuns',
  fly: 'flyOuts',
  gdp: 'groundedIntoDoublePlay',
  ground: 'groundOuts',
  h: 'hits',
  hbp: 'hitBatters',
  hr: 'homeRuns',
  kl: 'strikeoutsLooking',
  outs: 'outs',
  r: 'runs',
  sfa: 'sacrificeFlies',
  sha: 'sacrificeHits',
  so: 'strikeouts',
  triple: 'triples',
}

const FIELDING: Readonly<Record<string, string>> = {
  a: 'assists',
  e: 'errors',
  indp: 'doublePlays',
  po: 'putouts',
}

const named = (stats: null | Numbers, names: Readonly<Record<string, string>>): Numbers =>
  Object.fromEntries(
    Object.entries(names).map(([name, field]) => [field, stats ? (stats[name] ?? 0) : null]),
  )

/** What the world says of a game at this moment, in the words of the collections. */
export const toTruth = ({
  emulator: { clock, prestosports },
  game,
}: {
  emulator: Emulator
  game: CollegeGame
}) => {
  const known = prestosports.games.at({ game, now: clock.now().getTime() })
  const box = known?.findBox()
  if (!known || !box) {
    throw new Error('Nothing is known of this game yet.')
  }
  const { H, V } = box.teams
  return {
    game: {
      awayLine: lineOf(V),
      boxScoreComplete: box.isComplete,
      homeLine: lineOf(H),
      lineScore: { away: periodsOf(V), home: periodsOf(H) },
      totals: { away: totalsOf(V), home: totalsOf(H) },
    },
    lines: [...linesOf({ game, side: 'V', team: V }), ...linesOf({ game, side: 'H', team: H })],
    narratives: box.plays.map(({ narrative }) => narrative),
    stage: known.stage,
  }
}

const lineOf = ({ errors, hits, leftOnBase, runs }: BoxTeam): Numbers => ({
  errors,
  hits,
  leftOnBase,
  runs,
})

const periodsOf = ({ line }: BoxTeam) => ({
  periods: line.map((score, index) => ({ period: index + 1, score })),
})

const totalsOf = ({ totals }: BoxTeam) => ({
  batting: named(totals.hitting, BATTING),
  fielding: named(totals.fielding, FIELDING),
  pitching: named(totals.pitching, PITCHING),
})

const linesOf = ({ game, side, team }: { game: CollegeGame; side: Side; team: BoxTeam }) =>
  team.players.map((player) => ({
    ...personOf({ game, player, side }),
    batting: named(player.hitting, BATTING),
    fielding: named(player.fielding, FIELDING),
    pitching: named(player.pitching, PITCHING),
  }))

const personOf = ({
  game,
  player: { hasPlayed, isStarter, person, positions, spot },
  side,
}: {
  game: CollegeGame
  player: BoxPlayer
  side: Side
}) => {
  const where = side === 'V' ? 'away' : 'home'
  const name = `${person.firstName} ${person.lastName}`
  return {
    name,
    battingOrder: spot === 0 ? null : spot,
    externalId: `${game.id}:${where}:${person.uniform}:${name}`,
    played: hasPlayed,
    position: positions.join('/') || null,
    side: where,
    started: isStarter,
    uniform: person.uniform,
  }
}
