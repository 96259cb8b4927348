/** Which seasons of a league are kept in step. */
export type SportmonksSeasons = 'all' | 'current' | number[]

/** What a project may say about its Sportmonks subscription. Everything has a default. */
export type SportmonksOptions = {
  /**
   * The bare token of my.sportmonks.com, without `Bearer`. It is sent in the `Authorization`
   * header and never in a URL.
   *
   * @default the environment variable `SPORTMONKS_API_TOKEN`
   */
  apiToken?: string
  /**
   * Where the API is. Change it for a proxy of your own or for a server that plays Sportmonks in
   * tests; football paths are asked for below `/football`, shared ones below `/core`.
   *
   * @default the environment variable `SPORTMONKS_BASE_URL`, else `https://api.sportmonks.com/v3`
   */
  baseUrl?: string
  /**
   * How many days from today an incremental sync of matches looks ahead. Two weeks hold the next
   * rounds of every league; kick-offs beyond are corrected by the daily full sync. Raise it when
   * a site shows a longer fixture list and must be right within the hour.
   *
   * @default 14
   */
  daysAhead?: number
  /**
   * How many days before the last completed sync an incremental sync of matches looks back.
   * Results are corrected for some time after the final whistle; three days hold a weekend round.
   * Raise it when late corrections matter, at the price of more pages per run.
   *
   * @default 3
   */
  daysBack?: number
  /**
   * Ids of the leagues to keep in step. Set it on a large plan: quota and time grow with every
   * league.
   *
   * @default all leagues of the subscription
   */
  leagues?: number[]
  /**
   * Which seasons to keep in step: the current one of each league, all there ever were, or those
   * with these ids. A league without a current season (seen in 12 of 112) counts its newest.
   *
   * @default 'current'
   */
  seasons?: SportmonksSeasons
}
