import { codedError, WireError } from '../WireError.js'
import { readCursor } from './cursor.js'

export type Query = {
  filters: ReadonlyMap<string, string[]>
  includes: IncludeTree
  /** Row of the whole list at which the page starts, from 0. */
  offset: number
  order: 'asc' | 'desc'
  page: number
  perPage: number
  select: null | string[]
  sortBy: null | string
}

/** Includes by name, each with its fields (`null`: all) and what is nested below it. */
export type IncludeTree = ReadonlyMap<string, IncludeNode>

export type IncludeNode = { children: IncludeTree; fields: null | string[] }

export const DEFAULT_PER_PAGE = 25
export const MAX_PER_PAGE = 50
export const MAX_PER_PAGE_POPULATE = 1000

/** What a request asks for. Throws `WireError` on what the provider refuses. */
export const parseQuery = ({
  maxDepth,
  query,
}: {
  maxDepth: number
  query: URLSearchParams
}): Query => {
  const include = query.get('include') ?? query.get('includes') ?? ''
  const select = query.get('select')
  if (/\s/.test(include) || /\s/.test(select ?? '')) {
    throw new WireError({
      body: { message: 'Includes and selects must not contain spaces.' },
      status: 400,
    })
  }
  const filters = parseFilters(query.get('filters') ?? '')
  const isPopulating = filters.has('populate')
  const perPage = parsePerPage({
    max: isPopulating ? MAX_PER_PAGE_POPULATE : MAX_PER_PAGE,
    value: query.get('per_page'),
  })

  return {
    ...parsePlace({ perPage, query }),
    filters,
    includes: isPopulating ? new Map() : parseIncludes({ include, maxDepth }),
    order: query.get('order') === 'desc' ? 'desc' : 'asc',
    perPage,
    select: select ? select.split(',').filter(Boolean) : null,
    sortBy: query.get('sortBy'),
  }
}

/** The page a request asks for, without refusing anything. */
export const pageOf = (query: URLSearchParams): number => {
  const perPage = parsePerPage({
    max: query.get('filters')?.includes('populate') ? MAX_PER_PAGE_POPULATE : MAX_PER_PAGE,
    value: query.get('per_page'),
  })
  const offset = readCursor(query.get('cursor') ?? '')
  const page = Number(query.get('page') ?? 1)
  return offset === null ? (Number.isInteger(page) ? page : 1) : Math.floor(offset / perPage) + 1
}

/** Offset paging ends after so many rows; cursors go on. */
const MAX_OFFSET = 20_000

const parsePlace = ({
  perPage,
  query,
}: {
  perPage: number
  query: URLSearchParams
}): { offset: number; page: number } => {
  const cursor = query.get('cursor')
  if (cursor) {
    const offset = readCursor(cursor)
    if (offset === null) {
      throw codedError({ code: 5006, message: 'The given cursor is invalid.', status: 400 })
    }
    return { offset, page: Math.floor(offset / perPage) + 1 }
  }
  const asked = Number(query.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked > 0 ? asked : 1
  const offset = (page - 1) * perPage
  if (offset > MAX_OFFSET) {
    throw codedError({
      code: 5003,
      message: 'The page you are requesting does not exist. Use the cursor to go further.',
      status: 400,
    })
  }
  return { offset, page }
}

/** A size that is not allowed is no error: it silently becomes the default, not the maximum. */
const parsePerPage = ({ max, value }: { max: number; value: null | string }): number => {
  const asked = Number(value)
  return Number.isInteger(asked) && asked >= 1 && asked <= max ? asked : DEFAULT_PER_PAGE
}

/** `fixtureLeagues:8,9;populate` */
const parseFilters = (text: string): ReadonlyMap<string, string[]> =>
  new Map(
    text
      .split(';')
      .filter(Boolean)
      .map((filter) => {
        const [name = '', values = ''] = filter.split(':')
        return [name.trim().toLowerCase(), values.split(',').map((value) => value.trim())] as const
      }),
  )

type MutableTree = Map<string, { children: MutableTree; fields: null | string[] }>

/** `participants;events:minute,player_name;events.player.country` */
const parseIncludes = ({
  include,
  maxDepth,
}: {
  include: string
  maxDepth: number
}): IncludeTree => {
  const tree: MutableTree = new Map()

  for (const path of include.split(';').filter(Boolean)) {
    const steps = path.split('.')
    if (steps.length > maxDepth) {
      throw codedError({
        code: 5008,
        message: `The include '${path}' is nested too deeply. The maximum depth is ${maxDepth}.`,
        status: 400,
      })
    }
    let level = tree
    for (const step of steps) {
      const [name = '', fields] = step.split(':')
      const node = level.get(name) ?? { children: new Map(), fields: null }
      node.fields = fields ? fields.split(',') : node.fields
      level.set(name, node)
      level = node.children
    }
  }
  return tree
}
