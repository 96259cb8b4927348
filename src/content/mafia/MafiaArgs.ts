import type { CreateContentArgs } from '../../sdk/index.js'
import type { MafiaTexts } from './texts/en.js'

/** Keys of the kit's collections. Each is its collection's default slug. */
export type MafiaKey = 'mafiaClubs' | 'mafiaGames' | 'mafiaPlayers' | 'mafiaTournaments'

/** What the factories of the kit's collections are handed. */
export type MafiaArgs = CreateContentArgs<MafiaKey, MafiaTexts>
