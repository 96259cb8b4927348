export type { SportmonksOptions, SportmonksSeasons } from '../../providers/sportmonks/index.js'
export { sportmonks } from '../../providers/sportmonks/index.js'
