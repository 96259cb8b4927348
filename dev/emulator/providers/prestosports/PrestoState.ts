import type { Json, Row } from '../../json.js'
import type { CollegeWorldArgs } from '../../world/college/createCollegeWorld.js'
import type { Games } from '../../world/college/createGames.js'
import type { CollegeWorld } from '../../world/college/types.js'
import type { Clock } from '../../world/createClock.js'
import type { Accounts } from './limits/createAccounts.js'

import { createCollegeWorld } from '../../world/college/createCollegeWorld.js'
import { createGames } from '../../world/college/createGames.js'
import { createAccounts } from './limits/createAccounts.js'

/** What tests look at and change while the emulator runs. */
export type PrestoState = {
  accounts: Accounts
  /** What is answered instead, by path below the base: told the right answer as it would be. */
  changes: Map<string, (body: Json) => Json>
  /** Fields of single events that differ from those of the world, by id. */
  events: Map<string, Row>
  games: Games
  /** Requests a second of the emulator's clock, over all people; more are refused. */
  requestsPerSecond: number
  world: CollegeWorld
}

export type PrestoOptions = {
  /** @default without a limit */
  requestsPerSecond?: number
} & Omit<CollegeWorldArgs, 'at'>

export const createPrestoState = ({
  at,
  clock,
  requestsPerSecond = Number.POSITIVE_INFINITY,
  ...options
}: { clock: Clock } & Pick<CollegeWorldArgs, 'at'> & PrestoOptions): PrestoState => {
  const world = createCollegeWorld({ at, ...options })
  return {
    accounts: createAccounts({ clock, world }),
    changes: new Map(),
    events: new Map(),
    games: createGames(world),
    requestsPerSecond,
    world,
  }
}
