import type { HalfInning, UntimedPlay } from './playHalfInning.js'

type Change = Omit<UntimedPlay, 'half' | 'inning' | 'leftOnBase'>

/** Another pitcher comes in; whoever is on base stays a matter of the one before. */
export const bringReliever = ({ half }: { half: HalfInning }): Change => {
  const { fielding } = half
  const before = fielding.pitcher
  const [reliever, ...rest] = fielding.bullpen
  fielding.pitcher = reliever!
  fielding.bullpen = rest
  fielding.fielders.set('p', reliever!.id)
  return change({
    half,
    narrative: `${reliever!.lastName} to p for ${before.lastName}.`,
    substitution: {
      forId: before.id,
      playerId: reliever!.id,
      position: 'p',
      side: fielding.side,
      spot: 10,
    },
  })
}

/** Somebody bats for the next one, and then takes his place in the field. */
export const pinchHit = ({ half }: { half: HalfInning }): Change => {
  const { batting } = half
  const index = batting.next
  const before = batting.lineup[index]!
  const [hitter, ...rest] = batting.bench
  batting.bench = rest
  batting.lineup[index] = hitter!
  for (const [position, id] of batting.fielders) {
    if (id === before.id) {
      batting.fielders.set(position, hitter!.id)
    }
  }
  return change({
    half,
    narrative: `${hitter!.lastName} pinch hit for ${before.lastName}.`,
    substitution: {
      forId: before.id,
      playerId: hitter!.id,
      position: 'ph',
      side: batting.side,
      spot: index + 1,
    },
  })
}

const change = ({
  half: { bases, batting, fielding, outs },
  narrative,
  substitution,
}: { half: HalfInning } & Pick<UntimedPlay, 'narrative' | 'substitution'>): Change => ({
  action: 'SUB',
  bases: toNames(bases),
  batterId: batting.lineup[batting.next]!.id,
  credits: [],
  narrative,
  outs,
  outsMade: 0,
  pitcherId: fielding.pitcher.id,
  pitches: null,
  runs: 0,
  substitution,
})

export const toNames = ([first, second, third]: HalfInning['bases']): UntimedPlay['bases'] => ({
  first: first?.id ?? null,
  second: second?.id ?? null,
  third: third?.id ?? null,
})
