import type { Route } from './Route.js'

import { events } from './events.js'
import { me } from './me.js'
import { people } from './people.js'
import { stats } from './stats.js'

/** What can be asked for with a token. */
export const routes: readonly Route[] = [...me, ...events, ...people, ...stats]

/** The route of a path, and what stands in the places it leaves open. */
export const findRoute = (path: string): { ids: string[]; route: Route } | null => {
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replaceAll(':id', '([^/]+)')}$`)
    const match = pattern.exec(path)
    if (match) {
      return { ids: match.slice(1), route }
    }
  }
  return null
}
