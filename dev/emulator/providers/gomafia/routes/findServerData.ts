import type { Json } from '../../../json.js'
import type { MafiaWorld } from '../world/MafiaWorld.js'

import { listRows } from '../rows/listData.js'
import { playerData } from '../rows/playerData.js'
import { tournamentData } from '../rows/tournamentData.js'

/** The site shows ten rows of a list at a time. */
export const PAGE_SIZE = 10

type FindServerDataArgs = {
  /** As a visitor sees it: `/stats/101`. */
  path: string
  query: URLSearchParams
  world: MafiaWorld
}

/** A page by its path; an unknown player or tournament shows the main page. */
export const findServerData = ({
  path,
  query,
  world,
}: FindServerDataArgs): {
  page: string
  query?: Readonly<Record<string, string>>
  serverData: Json
} | null => {
  const pageOf = (name: string): number => Math.max(1, Number(query.get(name) ?? 1) || 1)
  const [, kind, id] = /^\/(stats|tournament)\/(\d+)$/.exec(path) ?? []
  const serverData =
    kind === 'stats'
      ? playerData({ id: Number(id), asked: query, world })
      : kind === 'tournament'
        ? tournamentData({ id: Number(id), world })
        : undefined
  if (serverData !== undefined) {
    return serverData === null
      ? MAIN_PAGE
      : kind === 'stats'
        ? { page: '/stats/[sid]', query: { sid: id! }, serverData }
        : { page: '/tournament/[id]', query: { id: id! }, serverData }
  }
  const part = (page: number) => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, world })
  switch (path) {
    case '/':
      return MAIN_PAGE
    case '/rating':
      return {
        page: '/rating',
        serverData:
          query.get('tab') === 'clubs'
            ? { clubs: listRows({ list: 'clubs', ...part(pageOf('pageClubs')) }) }
            : { users: listRows({ list: 'users', ...part(pageOf('pageUsers')) }) },
      }
    case '/tournaments':
      return {
        page: '/tournaments',
        serverData: { tournaments: listRows({ list: 'tournaments', ...part(pageOf('page')) }) },
      }
    default:
      return null
  }
}

const MAIN_PAGE = { page: '/', serverData: { news: [] } }
