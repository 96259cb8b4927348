export type { ApiFootballOptions, ApiFootballSeasons } from '../../providers/api-football/index.js'
export { apiFootball } from '../../providers/api-football/index.js'
