import type { Ids } from './createIds.js'
import type { Country, Player, Position, Team } from './types.js'

import { createRandom } from './createRandom.js'
import { namePoolOf } from './facts/playerNames.js'

/**
 * Eighteen made-up players: the source has none. They depend on the team alone, so a club has the
 * same squad in every season, league and subset. Names within a squad differ.
 */
export const createSquad = ({ countries, country, ids, team }: CreateSquadArgs): Player[] => {
  const random = createRandom(team.id)
  const taken = new Set<string>()
  const shirtNumbers = random.shuffle(SPARE_SHIRTS)
  const captain = random.int({ max: POSITIONS.length - 1, min: 2 })

  return POSITIONS.map((position, index) => {
    const nationality = random.chance(0.7) ? country : random.pick(countries)
    const { firstName, lastName } = freshName({ nationality, random, taken })

    return {
      id: ids.claim({ entity: 'player', key: `${team.id}|${index}` }),
      countryId: nationality.id,
      dateOfBirth: random.chance(0.04) ? null : birthDate(random),
      firstName,
      height: random.chance(0.08)
        ? null
        : random.int({ max: position === 'goalkeeper' ? 202 : 196, min: 168 }),
      isCaptain: index === captain,
      lastName,
      nationalityId: nationality.id,
      position,
      shirtNumber: FIRST_SHIRTS[index] ?? shirtNumbers.pop() ?? 99,
      teamId: team.id,
      weight: random.chance(0.2) ? null : random.int({ max: 92, min: 62 }),
    }
  })
}

type CreateSquadArgs = {
  countries: readonly Country[]
  /** The country of the team: most of its players come from there. */
  country: Country
  ids: Ids
  team: Team
}

const POSITIONS: readonly Position[] = [
  ...Array<Position>(2).fill('goalkeeper'),
  ...Array<Position>(6).fill('defender'),
  ...Array<Position>(6).fill('midfielder'),
  ...Array<Position>(4).fill('attacker'),
]

const FIRST_SHIRTS = [1, 13, 2, 3, 4, 5]
const SPARE_SHIRTS = Array.from({ length: 30 }, (_, index) => index + 6).filter((n) => n !== 13)

const freshName = ({
  nationality,
  random,
  taken,
}: {
  nationality: Country
  random: ReturnType<typeof createRandom>
  taken: Set<string>
}): { firstName: string; lastName: string } => {
  const { first, last } = namePoolOf(nationality.fifaCode)

  for (;;) {
    const firstName = random.pick(first)
    const lastName = random.pick(last)
    const name = `${firstName} ${lastName}`
    if (!taken.has(name)) {
      taken.add(name)
      return { firstName, lastName }
    }
  }
}

const birthDate = (random: ReturnType<typeof createRandom>): string => {
  const dayOfRange = random.int({ max: 365 * 17, min: 0 })
  return new Date(Date.UTC(1989, 0, 1 + dayOfRange)).toISOString().slice(0, 10)
}
