import type { CreateContentArgs } from '../../sdk/index.js'
import type { CollegeTexts } from './texts/en.js'

/** Keys of the kit's collections. Each is its collection's default slug. */
export type CollegeKey =
  'collegeGames' | 'collegeGameStats' | 'collegePlayers' | 'collegeSeasonStats' | 'collegeTeams'

/** What the factories of the kit's collections are handed. */
export type CollegeArgs = CreateContentArgs<CollegeKey, CollegeTexts>
