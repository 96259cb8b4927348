import type { Row } from '../../../json.js'
import type { CollegePlayer, CollegeSeason, CollegeTeam } from '../../../world/college/types.js'

import { toWireMoment } from './toWireMoment.js'

const WEEK_MS = 7 * 24 * 60 * 60_000

/** The roster of a team: its players, and rows that are none. */
export const toRoster = ({
  now,
  season,
  team: { squad, staff },
}: {
  now: number
  season: CollegeSeason
  team: CollegeTeam
}): Row[] => [
  ...squad.map((player) => toPlayerRow({ now, player, season })),
  ...staff.map(({ firstName, lastName, position }) => ({
    firstName,
    lastName,
    playerId: null,
    position,
    uniform: '',
  })),
]

/** One player. Much of it is `null`, as in what was seen of the real one. */
export const toPlayerRow = ({
  now,
  player,
  season,
}: {
  now: number
  player: CollegePlayer
  season: CollegeSeason
}): Row => {
  const { id, bats, firstName, height, hometown, position, throws, uniform, weight, year } = player
  return {
    active: true,
    apiAccess: ['READ'],
    attributes: { bats_throws: `${bats}/${throws}`, hometown, number: uniform, year },
    careerId: null,
    data: {
      bats,
      born: null,
      height,
      hometown,
      throws,
      weight: String(weight),
    },
    dateCreated: toWireMoment(season.startsAt),
    dob: null,
    firstName,
    headshot: null,
    height,
    hometown,
    lastName: nameAt({ now, player, season }),
    playerId: id,
    playerStatus: 'ACTIVE',
    position,
    sportCode: 1,
    starter: null,
    statsURL: null,
    uniform,
    weight: String(weight),
    year,
  }
}

/** A misspelt name is corrected after the second week of the season. */
const nameAt = ({
  now,
  player: { correctedName, lastName },
  season: { startsAt },
}: {
  now: number
  player: CollegePlayer
  season: CollegeSeason
}): string => (now >= startsAt + 2 * WEEK_MS ? (correctedName ?? lastName) : lastName)
