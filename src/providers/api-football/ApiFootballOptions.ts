/** Which seasons of a league are kept in step. */
export type ApiFootballSeasons = 'all' | 'current' | number[]

/** What a project may say about its API-Football subscription. Everything has a default. */
export type ApiFootballOptions = {
  /**
   * The key of dashboard.api-football.com. It is sent in the `x-apisports-key` header, which is the
   * only one this API allows, and never in a URL.
   *
   * @default the environment variable `SPORTS_PROVIDER_API_KEY`, else `API_FOOTBALL_KEY`
   */
  apiKey?: string
  /**
   * Where the API is. Change it for a proxy of your own or for a server that plays API-Football in
   * tests.
   *
   * @default the environment variable `API_FOOTBALL_BASE_URL`, else
   * `https://v3.football.api-sports.io`
   */
  baseUrl?: string
  /**
   * How many days from today an incremental sync of matches looks ahead. Two weeks hold the next
   * rounds of every league. Set it to 1 on the free plan, which refuses days further away.
   *
   * @default 14
   */
  daysAhead?: number
  /**
   * How many days before the last completed sync an incremental sync of matches looks back. Leagues
   * without live scores get their results up to 48 hours late; three days hold them. Set it to 1 on
   * the free plan, which refuses days further away.
   *
   * @default 3
   */
  daysBack?: number
  /**
   * Ids of the leagues to keep in step. Set it on every plan but the largest: nearly each league
   * costs a request per sync, and there are more than a thousand. With it, live syncs also ask only
   * while a stored match may be on.
   *
   * @default all leagues
   */
  leagues?: number[]
  /**
   * Whether to read first and last name, birth, height, weight and nationality of players too, from
   * a list with 20 players per request: some 35 requests for one season of one league. Squads, which
   * are always read, tell name, number and position with one request per team.
   *
   * @default false
   */
  playerDetails?: boolean
  /**
   * Which seasons to keep in step: the current ones of each league, all there ever were, or those of
   * these years, as the provider counts them (2024 for 2024/2025). The free plan has some years
   * only; name them here. Since the provider's own mark of a current season is unreliable, one that
   * is under way by its dates counts as well, and a league with neither counts its newest.
   *
   * @default 'current'
   */
  seasons?: ApiFootballSeasons
  /** Not to be set: the provider would shift dates and days. Kick-offs are stored in UTC. */
  timezone?: never
}
