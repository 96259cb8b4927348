import type { SourceRow } from './source/readSourceRows.js'
import type {
  Country,
  League,
  Match,
  Player,
  Round,
  Season,
  Stage,
  Team,
  Venue,
  World,
} from './types.js'

import { createIds } from './createIds.js'
import { createRandom } from './createRandom.js'
import { createSquad } from './createSquad.js'
import { countryFacts, countryOfClubCode } from './facts/countries.js'
import { leagueFacts } from './facts/leagues.js'
import { filesOf, type WorldSet } from './source/filesOf.js'
import { parseRound } from './source/parseRound.js'
import { readSourceRows } from './source/readSourceRows.js'

/**
 * Builds a world from the shipped data. Ids do not depend on the set: a match of `demo` has the
 * same id in `all`. Times of the source are local and without a zone; they are taken as UTC, and
 * 15:00 where they are missing.
 */
export const createWorld = ({ set }: { set: WorldSet }): World => {
  const rows = readSourceRows()
  const files = filesOf({ available: new Set(rows.map(({ file }) => file)), set })

  return buildWorld(rows.filter(({ file }) => files.has(file)))
}

const buildWorld = (rows: SourceRow[]): World => {
  const ids = createIds()
  const countries = new Map<string, Country>()
  const leagues = new Map<string, League>()
  const matches = new Map<number, Match>()
  const players = new Map<number, Player>()
  const rounds = new Map<number, Round>()
  const seasons = new Map<number, Season>()
  const seasonTeams = new Map<number, Set<number>>()
  const squads = new Map<number, Player[]>()
  const stages = new Map<number, Stage>()
  const teams = new Map<string, Team>()
  const venues = new Map<number, Venue>()
  let droppedDuplicates = 0

  for (const [code, facts] of countryFacts) {
    countries.set(code, { ...facts, id: ids.claim({ entity: 'country', key: code }) })
  }
  const allCountries = [...countries.values()]

  const countryOf = (code: string): Country => {
    const country = countries.get(code)
    if (!country) {
      throw new Error(`The country "${code}" is missing in countries.ts.`)
    }
    return country
  }

  const ensureLeague = (code: string): League => {
    const known = leagues.get(code)
    if (known) {
      return known
    }
    const facts = leagueFacts[code]
    if (!facts) {
      throw new Error(`The league "${code}" is missing in leagues.ts.`)
    }
    const { name, country, kind, shortCode, tier } = facts
    const id = facts.id ?? ids.claim({ entity: 'league', key: code })
    const league = { id, name, code, countryId: countryOf(country).id, kind, shortCode, tier }
    leagues.set(code, league)
    return league
  }

  const ensureTeam = ({ leagueCode, written }: { leagueCode: string; written: string }): Team => {
    const suffix = /^(.+) \(([A-Z]{3})\)$/.exec(written)
    const name = suffix?.[1] ?? written
    const leagueCountry = leagueFacts[leagueCode]?.country ?? ''
    const countryCode = suffix?.[2] ? countryOfClubCode(suffix[2]) : leagueCountry
    const key = `${countryCode}|${name}`

    const known = teams.get(key)
    if (known) {
      return known
    }
    const country = countryOf(countryCode)
    const id = ids.claim({ entity: 'team', key })
    const random = createRandom(id)
    const venue = random.chance(0.1)
      ? null
      : createVenue({ id: ids.claim({ entity: 'venue', key }), name, country, random })
    if (venue) {
      venues.set(venue.id, venue)
    }
    const team: Team = {
      id,
      name,
      countryId: country.id,
      founded: random.chance(0.1) ? null : random.int({ max: 1990, min: 1872 }),
      isPlaceholder: name === 'N.N.',
      shortCode: shortCodeOf(name),
      venueId: venue?.id ?? null,
    }
    teams.set(key, team)

    const squad = createSquad({ countries: allCountries, country, ids, team })
    squads.set(id, squad)
    squad.forEach((player) => players.set(player.id, player))
    return team
  }

  for (const row of rows) {
    const [seasonCode = '', leagueCode = ''] = row.file.split('/')
    const league = ensureLeague(leagueCode)
    const home = ensureTeam({ leagueCode, written: row.homeTeam })
    const away = ensureTeam({ leagueCode, written: row.awayTeam })
    const place = parseRound({
      isCup: league.kind === 'cup',
      round: row.round,
      stage: row.stage,
    })

    const matchKey = [row.file, row.stage, row.round, row.homeTeam, row.awayTeam].join('|')
    const matchId = ids.claim({ entity: 'match', key: matchKey })
    if (matches.has(matchId)) {
      droppedDuplicates += 1
      continue
    }
    const day = { endsOn: row.date, leagueId: league.id, startsOn: row.date }

    const seasonId = ids.claim({ entity: 'season', key: row.file })
    const season = ensure(seasons, seasonId, () => ({
      ...day,
      id: seasonId,
      name: seasonCode.replace(/^(\d\d)(\d\d)-(\d\d)$/, '$1$2/$1$3'),
      stageIds: [],
      teamIds: [],
    }))

    const stageId = ids.claim({ entity: 'stage', key: `${row.file}|${place.stage}` })
    const stage = ensure(stages, stageId, () => {
      season.stageIds.push(stageId)
      return {
        ...day,
        id: stageId,
        name: place.stage,
        kind: place.kind,
        roundIds: [],
        seasonId,
        sortOrder: 0,
      }
    })
    widen(season, row.date)
    widen(stage, row.date)

    let roundId: null | number = null
    if (place.round !== null) {
      const name = place.round
      const id = ids.claim({ entity: 'round', key: `${row.file}|${place.stage}|${name}` })
      const round = ensure(rounds, id, () => {
        stage.roundIds.push(id)
        return { ...day, id, name, seasonId, stageId }
      })
      widen(round, row.date)
      roundId = id
    }

    const inSeason = ensure(seasonTeams, seasonId, () => new Set<number>())
    inSeason.add(home.id).add(away.id)

    matches.set(matchId, {
      id: matchId,
      awayTeamId: away.id,
      group: place.group,
      homeTeamId: home.id,
      leagueId: league.id,
      leg: { number: 1, of: 1 },
      outcome: row.outcome,
      result: row.result,
      roundId,
      seasonId,
      stageId,
      startsAt: kickOff(row),
      tieId: null,
    })
  }

  for (const season of seasons.values()) {
    season.teamIds = [...(seasonTeams.get(season.id) ?? [])].sort(ascending)
    // The source does not keep its stages in the order in which they are played.
    season.stageIds.sort((a, b) => byStart(stages.get(a), stages.get(b)))
    season.stageIds.forEach((stageId, index) => {
      const stage = stages.get(stageId)
      if (stage) {
        stage.sortOrder = index + 1
      }
    })
  }

  const byKickOff = [...matches.values()].sort((a, b) => a.startsAt - b.startsAt || a.id - b.id)
  pairLegs({ byKickOff, ids, stages })

  const matchesByOwner = {
    league: groupMatches(byKickOff, ({ leagueId }) => [leagueId]),
    round: groupMatches(byKickOff, ({ roundId }) => (roundId === null ? [] : [roundId])),
    season: groupMatches(byKickOff, ({ seasonId }) => [seasonId]),
    stage: groupMatches(byKickOff, ({ stageId }) => [stageId]),
    team: groupMatches(byKickOff, ({ awayTeamId, homeTeamId }) => [homeTeamId, awayTeamId]),
  }

  return {
    countries: byId(countries.values()),
    droppedDuplicates,
    leagues: byId(leagues.values()),
    matches: byId(matches.values()),
    matchesBetween: ({ from, to }) =>
      byKickOff.slice(firstFrom(byKickOff, from), firstFrom(byKickOff, to + 1)),
    matchesOf: ({ id, of }) => matchesByOwner[of].get(id) ?? [],
    players: byId(players.values()),
    rounds: byId(rounds.values()),
    seasons: byId(seasons.values()),
    squadOf: (teamId) => squads.get(teamId) ?? [],
    stages: byId(stages.values()),
    teams: byId(teams.values()),
    venues: byId(venues.values()),
  }
}

const ascending = (a: number, b: number): number => a - b

/** In order of id, as providers list things. */
const byId = <T extends { id: number }>(items: Iterable<T>): ReadonlyMap<number, T> =>
  new Map([...items].sort((a, b) => a.id - b.id).map((item) => [item.id, item]))

const byStart = (a: Stage | undefined, b: Stage | undefined): number =>
  a && b ? a.startsOn.localeCompare(b.startsOn) || a.id - b.id : 0

const ensure = <K, V>(map: Map<K, V>, key: K, create: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) {
    return known
  }
  const created = create()
  map.set(key, created)
  return created
}

const widen = (span: { endsOn: string; startsOn: string }, date: string): void => {
  span.startsOn = date < span.startsOn ? date : span.startsOn
  span.endsOn = date > span.endsOn ? date : span.endsOn
}

const kickOff = ({ date, time }: SourceRow): number => {
  const startsAt = Date.parse(`${date}T${(time || '15:00').padStart(5, '0')}:00Z`)
  if (Number.isNaN(startsAt)) {
    throw new Error(`"${date} ${time}" is not a kick-off time.`)
  }
  return startsAt
}

const createVenue = ({
  id,
  name,
  country,
  random,
}: {
  country: Country
  id: number
  name: string
  random: ReturnType<typeof createRandom>
}): Venue => {
  const cityName = bareClubName(name)
  return {
    id,
    name: `${cityName} ${random.pick(['Arena', 'Ground', 'Park', 'Stadium'])}`,
    capacity: random.int({ max: 800, min: 40 }) * 100,
    cityName,
    countryId: country.id,
  }
}

/** "1. FC Köln" -> "Köln", "Fulham FC" -> "Fulham". */
const bareClubName = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !/^(?:[A-Z]{1,4}|\d+\.?)$/.test(word))
    .join(' ') || name

const shortCodeOf = (name: string): string =>
  bareClubName(name)
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .slice(0, 3)
    .toUpperCase()

const groupMatches = (
  matches: Match[],
  ownersOf: (match: Match) => number[],
): ReadonlyMap<number, Match[]> => {
  const groups = new Map<number, Match[]>()
  for (const match of matches) {
    for (const owner of new Set(ownersOf(match))) {
      ensure(groups, owner, () => []).push(match)
    }
  }
  return groups
}

/** Two matches of the same two teams in one knockout stage are the legs of one tie. */
const pairLegs = ({
  byKickOff,
  ids,
  stages,
}: {
  byKickOff: Match[]
  ids: ReturnType<typeof createIds>
  stages: ReadonlyMap<number, Stage>
}): void => {
  const firstLegs = new Map<string, Match>()

  for (const match of byKickOff) {
    if (stages.get(match.stageId)?.kind !== 'knockout') {
      continue
    }
    const pair = [match.homeTeamId, match.awayTeamId].sort(ascending).join('|')
    const key = `${match.stageId}|${pair}`
    const first = firstLegs.get(key)
    if (!first) {
      firstLegs.set(key, match)
      continue
    }
    const tieId = ids.claim({ entity: 'tie', key })
    Object.assign(first, { leg: { number: 1, of: 2 }, tieId })
    Object.assign(match, { leg: { number: 2, of: 2 }, tieId })
    firstLegs.delete(key)
  }
}

/** Index of the first match that kicks off at `from` or later. */
const firstFrom = (byKickOff: Match[], from: number): number => {
  let low = 0
  let high = byKickOff.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((byKickOff[middle]?.startsAt ?? 0) < from) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
}
