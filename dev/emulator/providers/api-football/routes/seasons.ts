import type { Route } from './Route.js'

import { yearOf } from '../rows/yearOf.js'

/** The years there are seasons of. */
export const seasons: Route = {
  find: ({ context: { world } }) =>
    [...new Set([...world.seasons.values()].map(yearOf))].sort((a, b) => a - b),
  path: '/leagues/seasons',
  rules: { names: [] },
}
