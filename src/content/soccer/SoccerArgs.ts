import type { CreateContentArgs } from '../../sdk/index.js'
import type { SoccerTexts } from './texts/en.js'

/** Keys of the kit's collections. Each is its collection's default slug. */
export type SoccerKey = 'countries' | 'leagues' | 'matches' | 'players' | 'seasons' | 'teams'

/** What the factories of the kit's collections are handed. */
export type SoccerArgs = CreateContentArgs<SoccerKey, SoccerTexts>
