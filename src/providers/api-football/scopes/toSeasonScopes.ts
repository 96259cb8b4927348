import type { Scope } from '../../../sdk/index.js'
import type { AskedSeason } from './SeasonParams.js'
import type { StoredSeason } from './StoredSeason.js'

type SeasonScope = Scope<{ kind: 'season'; season: AskedSeason }>

/** A scope for each league and year: two seasons of one year come in one answer. */
export const toSeasonScopes = (seasons: readonly StoredSeason[]): SeasonScope[] => {
  const scopes = new Map<string, SeasonScope>()
  for (const { id, end, label, leagueId, start, year } of seasons) {
    const key = `season:${leagueId}:${year}`
    const known = scopes.get(key)?.params.season.seasons ?? []
    const season = { leagueId, seasons: [...known, { id, end, start }], year }
    scopes.set(key, { key, label, params: { kind: 'season', season } })
  }
  return [...scopes.values()]
}
