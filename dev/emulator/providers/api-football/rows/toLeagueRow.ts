import type { Row } from '../../../json.js'
import type { League, Season, World } from '../../../world/types.js'
import type { Context } from '../createContext.js'

import { imagePath } from '../../../imagePath.js'
import { isCurrentSeason } from '../../../world/isCurrentSeason.js'
import { toCountryWords } from './words/countryWords.js'
import { yearOf } from './yearOf.js'

/** A league with its country and all its seasons, which have no id. */
export const toLeagueRow = ({ id, context }: { context: Context; id: number }): null | Row => {
  const { world } = context
  const league = world.leagues.get(id)
  const country = league && world.countries.get(league.countryId)
  if (!league || !country) {
    return null
  }
  return {
    country: toCountryWords(country),
    league: toLeagueName(league),
    seasons: [...world.seasons.values()]
      .filter(({ leagueId }) => leagueId === id)
      .sort((a, b) => yearOf(a) - yearOf(b))
      .map((season) => toSeason({ context, league, season })),
  }
}

const toLeagueName = ({ id, name, kind }: League): Row => ({
  id,
  name,
  type: kind === 'domestic' ? 'League' : 'Cup',
  logo: imagePath({ id, kind: 'leagues' }),
})

const toSeason = ({
  context: { now, world },
  league,
  season,
}: {
  context: { now: number; world: World }
  league: League
  season: Season
}): Row => ({
  coverage: {
    fixtures: {
      events: true,
      lineups: false,
      statistics_fixtures: false,
      statistics_players: false,
    },
    injuries: false,
    odds: false,
    players: true,
    predictions: true,
    standings: league.kind !== 'cup',
    top_assists: false,
    top_cards: false,
    top_scorers: false,
  },
  current: isCurrentSeason({ now, season, world }),
  end: season.endsOn,
  start: season.startsOn,
  year: yearOf(season),
})
