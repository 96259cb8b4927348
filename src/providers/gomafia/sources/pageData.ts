import { z } from 'zod'

import type { HtmlElement, HttpQuery } from '../../../sdk/index.js'
import type { AskArgs, ListName, Source } from './Source.js'

import { InvalidAnswerError, isSyncError } from '../../../sdk/index.js'
import { findRows } from './findRows.js'
import { readPlayerPage, readTournamentPage } from './readPages.js'

const dataSchema = z.looseObject({
  // Absent where the site leads elsewhere.
  pageProps: z.looseObject({ serverData: z.record(z.string(), z.unknown()).optional() }),
})

const nextSchema = z.looseObject({
  buildId: z.string().min(1),
  page: z.string().optional(),
  props: dataSchema,
})

const MAIN_PAGE = '[class*="MainIntro_main-intro"]'

type ServerData = Readonly<Record<string, unknown>>

/** The lifetime of a player: the site's own default is this year, and one kind of tournament. */
export const LIFETIME = { gameType: 'all', period: 'all', tournamentType: 'all' } as const

type ToListQueryArgs = { list: ListName; page: number; year: number }

/** Where a list is, as a visitor of the site goes to it. */
export const toListPage = ({ list, page, year }: ToListQueryArgs) => {
  switch (list) {
    case 'clubs':
      return {
        path: '/rating',
        query: { pageClubs: page, regionClubs: 'all', tab: 'clubs', yearClubs: year },
      }
    case 'players':
      return {
        path: '/rating',
        query: { pageUsers: page, regionUsers: 'all', tab: 'users', yearUsers: year },
      }
    case 'tournaments':
      return { path: '/tournaments', query: { fsm: 'all', page, time: 'all' } }
  }
}

/** What a visitor asks for to see a page of a player's history. */
export const toPlayerQuery = (historyPage: number): HttpQuery => ({
  ...LIFETIME,
  ...(historyPage > 1 && { page: historyPage, tab: 'history' }),
})

type ReadNextDataArgs = { page: HtmlElement; path: string }

type NextData = {
  buildId: string
  /** Whether the site shows its main page, as it does for an id that it does not know. */
  isMainPage: boolean
  serverData: ServerData
}

/**
 * The data that a page was rendered from, and the build of the site.
 *
 * @throws InvalidAnswerError when the page holds none
 */
export const readNextData = ({ page, path }: ReadNextDataArgs): NextData => {
  const script = page.querySelector('script#__NEXT_DATA__')
  let content: unknown
  try {
    content = JSON.parse(script?.rawText ?? '')
  } catch {
    content = undefined
  }
  const { data } = nextSchema.safeParse(content)
  if (!data) {
    throw new InvalidAnswerError(`The page ${path} of gomafia.pro does not hold its data any more.`)
  }
  return {
    buildId: data.buildId,
    isMainPage: data.page === '/' || page.querySelector(MAIN_PAGE) !== null,
    serverData: data.props.pageProps.serverData ?? {},
  }
}

/** What has a value, and not what PHP and the site put in its place. */
export const isThere = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Said of an id that nobody has: the page's key is there, and nothing is in it. */
export const isNobody = (value: unknown): boolean =>
  value === false || value === null || (Array.isArray(value) && value.length === 0)

/**
 * The data that the site renders its pages from. The first request reads a page, which names the
 * build of the site; later ones read the data alone, as the site's own links do. A build that is
 * gone answers 404; the page is then read again, once.
 */
export const createPageData = (): Source => {
  let buildId: string | undefined

  type ReadArgs = { path: string; query: HttpQuery } & AskArgs

  const readPage = async ({
    http,
    path,
    query,
    signal,
  }: ReadArgs): Promise<Pick<NextData, 'isMainPage' | 'serverData'>> => {
    const page = await http.get(path, { as: 'html', query, signal })
    const found = readNextData({ page, path })
    buildId = found.buildId
    return found
  }

  /** The data without its page; `undefined` where the page has to say more. */
  const readData = async ({
    http,
    path,
    query,
    signal,
  }: ReadArgs): Promise<ServerData | undefined> => {
    if (buildId === undefined) {
      return undefined
    }
    try {
      const { pageProps } = await http.get(`/_next/data/${buildId}${path}.json`, {
        query,
        schema: dataSchema,
        signal,
      })
      return pageProps.serverData
    } catch (error) {
      if (!isSyncError(error, 'NOT_FOUND') && !isSyncError(error, 'INVALID_ANSWER')) {
        throw error
      }
      buildId = undefined
      return undefined
    }
  }

  /** The data with this thing in it; `null` where the site shows its main page instead. */
  const readThing = async ({
    name,
    ...args
  }: { name: 'tournament' | 'user' } & ReadArgs): Promise<null | ServerData> => {
    const data = await readData(args)
    if (isThere(data?.[name])) {
      return data!
    }
    const { isMainPage, serverData } = await readPage(args)
    return isMainPage || isNobody(serverData[name]) ? null : serverData
  }

  return {
    readList: async ({ list, page, year, ...args }) => {
      const { path, query } = toListPage({ list, page, year })
      const asked = { ...args, path, query }
      const value = (await readData(asked)) ?? (await readPage(asked)).serverData
      return findRows({ asked: path, list, value })
    },
    readPlayer: async ({ id, historyPage, ...args }) => {
      const path = `/stats/${encodeURIComponent(id)}`
      const query = toPlayerQuery(historyPage)
      const value = await readThing({ ...args, name: 'user', path, query })
      return value && readPlayerPage({ id, asked: path, value })
    },
    readTournament: async ({ id, ...args }) => {
      const path = `/tournament/${encodeURIComponent(id)}`
      const value = await readThing({ ...args, name: 'tournament', path, query: {} })
      return value && readTournamentPage({ id, asked: path, value })
    },
  }
}
