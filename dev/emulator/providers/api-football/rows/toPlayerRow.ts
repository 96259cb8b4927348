import type { Row } from '../../../json.js'
import type { Season } from '../../../world/types.js'
import type { Context } from '../createContext.js'

import { imagePath } from '../../../imagePath.js'
import { ageOf } from './ageOf.js'
import { POSITIONS } from './POSITIONS.js'
import { toTeamName } from './toTeamRow.js'
import { toCountryWords, toPlainName } from './words/countryWords.js'
import { shortName } from './words/shortName.js'
import { yearOf } from './yearOf.js'

/** A player with birth, size and nationality. The statistics hold what is not counted: nothing. */
export const toPlayerRow = ({
  id,
  context,
  seasons,
}: {
  context: Context
  id: number
  /** The seasons of the year that was asked for, of all leagues. */
  seasons: Season[]
}): null | Row => {
  const { now, world } = context
  const player = world.players.get(id)
  if (!player) {
    return null
  }
  const country = world.countries.get(player.countryId)
  const nationality = world.countries.get(player.nationalityId)
  return {
    player: {
      id,
      name: shortName(player),
      age: ageOf({ now, player }),
      birth: {
        country: country ? toPlainName(country) : null,
        date: player.dateOfBirth,
        place: null,
      },
      firstname: player.firstName,
      height: player.height === null ? null : `${player.height} cm`,
      injured: false,
      lastname: player.lastName,
      nationality: nationality ? toPlainName(nationality) : null,
      photo: imagePath({ id, kind: 'players' }),
      weight: player.weight === null ? null : `${player.weight} kg`,
    },
    statistics: seasons
      .filter(({ teamIds }) => teamIds.includes(player.teamId))
      .map((season) => ({
        ...nothing(),
        games: {
          appearences: null,
          captain: player.isCaptain,
          lineups: null,
          minutes: null,
          number: player.shirtNumber,
          position: POSITIONS[player.position],
          rating: null,
        },
        league: toLeague({ context, season }),
        team: toTeamName({ id: player.teamId, context }),
      })),
  }
}

const toLeague = ({
  context: { world },
  season,
}: {
  context: Context
  season: Season
}): null | Row => {
  const league = world.leagues.get(season.leagueId)
  const country = league && world.countries.get(league.countryId)
  if (!league || !country) {
    return null
  }
  const { name, flag } = toCountryWords(country)
  return {
    id: league.id,
    name: league.name,
    country: name,
    flag,
    logo: imagePath({ id: league.id, kind: 'leagues' }),
    season: yearOf(season),
  }
}

const nothing = (): Row =>
  Object.fromEntries(
    Object.entries(COUNTED).map(([block, names]) => [
      block,
      Object.fromEntries(names.map((name) => [name, null])),
    ]),
  )

// The provider's own spelling. cspell:ignore appearences commited yellowred

/** What a season's statistics count, block by block. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  cards: ['yellow', 'yellowred', 'red'],
  dribbles: ['attempts', 'success', 'past'],
  duels: ['total', 'won'],
  fouls: ['drawn', 'committed'],
  goals: ['total', 'conceded', 'assists', 'saves'],
  passes: ['total', 'key', 'accuracy'],
  penalty: ['won', 'commited', 'scored', 'missed', 'saved'],
  shots: ['total', 'on'],
  substitutes: ['in', 'out', 'bench'],
  tackles: ['total', 'blocks', 'interceptions'],
}
