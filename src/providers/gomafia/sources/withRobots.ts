import type { HttpClient } from '../../../sdk/index.js'
import type { Robots } from '../http/createRobots.js'

type WithRobotsArgs = {
  http: HttpClient
  now: Date
  robots: Robots | undefined
  signal: AbortSignal
}

/** A client that asks robots.txt before each request; the same one where nobody wants to know. */
export const withRobots = ({ http, now, robots, signal }: WithRobotsArgs): HttpClient => {
  if (!robots) {
    return http
  }
  const ask =
    (method: 'get' | 'post') =>
    async (path: string, args: never): Promise<unknown> => {
      await robots.check({ http, now, path, signal })
      return await http[method](path, args)
    }
  // What comes of `as` and `schema` is written in the overloads, which no function can show.
  return { get: ask('get') as HttpClient['get'], post: ask('post') as HttpClient['post'] }
}
