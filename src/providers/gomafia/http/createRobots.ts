import type { HttpClient } from '../../../sdk/index.js'

import { AccessDeniedError, isSyncError } from '../../../sdk/index.js'

/** What a site's robots.txt may be read for. */
type Rules = { isAllowed: (url: string, agent: string) => boolean | undefined }

/** How long it counts. RFC 9309, section 2.4: not longer than a day. */
const KEPT_MS = 24 * 60 * 60 * 1000

type CreateRobotsArgs = { agent: string; baseUrl: string }

type CheckArgs = { http: HttpClient; now: Date; path: string; signal: AbortSignal }

/** Asks the site's robots.txt before a path is asked for. */
export type Robots = { check: (args: CheckArgs) => Promise<void> }

/**
 * Reads robots.txt when it is first needed, and once a day after that. A site without one forbids
 * nothing.
 *
 * @throws AccessDeniedError for a path that it forbids
 */
export const createRobots = ({ agent, baseUrl }: CreateRobotsArgs): Robots => {
  let known: { readAt: number; rules: Promise<Rules> } | undefined

  const read = async ({ http, signal }: CheckArgs): Promise<Rules> => {
    const url = `${baseUrl}/robots.txt`
    let text = ''
    try {
      text = await http.get('/robots.txt', { as: 'text', signal })
    } catch (error) {
      // RFC 9309, section 2.3.1.3: where it does not exist, everything is allowed.
      if (!isSyncError(error, 'NOT_FOUND')) {
        throw error
      }
    }
    const parse = await loadParser()
    return parse(url, isPage(text) ? '' : text)
  }

  return {
    check: async (args) => {
      const { now, path } = args
      if (!known || now.getTime() - known.readAt > KEPT_MS) {
        const rules = read(args)
        known = { readAt: now.getTime(), rules }
        // What failed is asked again the next time.
        rules.catch(() => {
          known = undefined
        })
      }
      const rules = await known.rules
      if (toPaths(path).some((each) => rules.isAllowed(`${baseUrl}${each}`, agent) === false)) {
        throw new AccessDeniedError(
          `The robots.txt of gomafia.pro asks not to read ${path}. Ask its owner; the option ` +
            '"robots: false" reads it all the same.',
        )
      }
    },
  }
}

/** The data of a page is as good as the page. */
const toPaths = (path: string): string[] => [
  path,
  ...(/^\/_next\/data\/[^/]+(\/.*)\.json$/.exec(path)?.slice(1) ?? []),
]

type Parse = (url: string, text: string) => Rules

/** The package is CommonJS, and its types describe it as if it were not. */
const loadParser = async (): Promise<Parse> => {
  const loaded: { default: unknown } = await import('robots-parser')
  return loaded.default as Parse
}

/** A site that knows no robots.txt may show a page instead. */
const isPage = (text: string): boolean => text.trimStart().startsWith('<')
