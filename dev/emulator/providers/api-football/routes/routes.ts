import type { Route } from './Route.js'

import { countries } from './countries.js'
import { fixtures } from './fixtures.js'
import { leagues } from './leagues.js'
import { players } from './players.js'
import { seasons } from './seasons.js'
import { squads } from './squads.js'
import { status } from './status.js'
import { teams } from './teams.js'

/** Every endpoint that is emulated, by its path below the base URL. */
export const routes: ReadonlyMap<string, Route> = new Map(
  [countries, fixtures, leagues, players, seasons, squads, status, teams].map((route) => [
    route.path,
    route,
  ]),
)
