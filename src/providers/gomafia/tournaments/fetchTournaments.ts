import { z } from 'zod'

import type { FetchPageArgs, JsonObject, JsonValue, Page } from '../../../sdk/index.js'
import type { Context } from '../Context.js'

import { CursorLostError, idSchema, refuseEmpty } from '../../../sdk/index.js'
import { judgeFailure } from '../sources/judgeFailure.js'

/** Where a read of tournaments goes on. One request is made for each page. */
const cursorSchema = z.object({
  /** Tournaments whose pages failed, and which are tried once more behind the others. */
  again: z.array(z.string()).default([]),
  failures: z.int().default(0),
  /** Tournaments that are still to be read. */
  left: z.array(z.string()),
  /** The page of the list to read next; absent when all are read. */
  listPage: z.int().optional(),
  total: z.int().optional(),
})

type Cursor = z.output<typeof cursorSchema>

export type TournamentParams = { kind: 'all' | 'recent' }

type Args = { context: Context } & FetchPageArgs<TournamentParams>

const parseCursor = (cursor: JsonValue): Cursor => {
  const { data } = cursorSchema.safeParse(cursor)
  if (!data) {
    throw new CursorLostError('The place where the tournaments go on was written otherwise.')
  }
  return data
}

const toPage = ({ next, records }: { next: Cursor; records: unknown[] }): Page => ({
  ...(next.left.length > 0 || next.listPage !== undefined ? { next: toCursor(next) } : {}),
  mayBeEmpty: true,
  records,
  ...(next.total !== undefined && { total: next.total }),
})

/** As JSON, which knows no `undefined`. */
const toCursor = (place: Cursor): JsonObject => JSON.parse(JSON.stringify(place)) as JsonObject

/**
 * One request to the site: a page of the list, or a tournament. A tournament that is over and whose
 * results are shown does not change any more, and is not read again.
 */
export const fetchTournaments = async (args: Args): Promise<Page> => {
  const { context, cursor, http, now, scope, signal } = args
  const place: Cursor =
    cursor === undefined
      ? {
          again: [],
          failures: 0,
          left: scope.kind === 'recent' ? await findOpen(args) : [],
          listPage: 1,
        }
      : parseCursor(cursor)
  const [id, ...left] = place.left
  if (id === undefined) {
    return await readList({ ...args, place })
  }
  try {
    const { answer, via } = await context.sources.ask(
      { http, now, signal, what: `tournament ${id}` },
      (source, asked) => source.readTournament({ ...asked, id }),
    )
    const record = answer ?? { problem: NO_PAGE, tournament: { id } }
    return { ...toPage({ next: { ...place, failures: 0, left }, records: [record] }), via }
  } catch (error) {
    // The run goes on with the others, unless it is all of them.
    const { again } = place
    const { failures, problem } = judgeFailure({
      error,
      failures: place.failures,
      isSecond: again.includes(id),
    })
    const next = { ...place, failures, left }
    return problem === undefined
      ? toPage({ next: { ...next, again: [...again, id], left: [...left, id] }, records: [] })
      : toPage({ next, records: [{ problem, tournament: { id } }] })
  }
}

const NO_PAGE =
  'The site shows its main page where the tournament should be: it does not know the id.'

/** Tournaments that are stored and may still change. */
const findOpen = async ({ stored }: Args): Promise<string[]> => {
  const [hidden, open] = await Promise.all([
    stored.find({ resource: 'tournaments', where: { isHidden: [true] } }),
    stored.find({
      resource: 'tournaments',
      where: { state: ['live', 'scheduled', 'unknown'] },
    }),
  ])
  return [...new Set([...open, ...hidden].map(({ externalId }) => externalId))]
}

const readList = async ({
  context,
  http,
  now,
  place,
  scope,
  signal,
  stored,
}: { place: Cursor } & Args): Promise<Page> => {
  const { listPage } = place
  if (listPage === undefined) {
    return toPage({ next: place, records: [] })
  }
  const { listPages } = context.settings
  const { answer, via } = await context.sources.ask(
    { http, now, signal, what: 'the list of tournaments' },
    (source, asked) =>
      source.readList({
        ...asked,
        list: 'tournaments',
        page: listPage,
        year: now.getUTCFullYear(),
      }),
  )
  const { rows, total } = answer
  if (rows.length === 0 && listPage === 1) {
    refuseEmpty({
      advice: 'There are more than a thousand tournaments, so the site may have been built anew.',
      list: 'list of tournaments',
      provider: 'gomafia.pro',
    })
  }
  const ids = rows.flatMap((row) => {
    const { data } = z.looseObject({ id: idSchema }).safeParse(row)
    return data ? [data.id] : []
  })
  const over = await stored.find<{ isHidden?: boolean | null }>({
    externalIds: ids,
    resource: 'tournaments',
    where: { state: ['finished'] },
  })
  const done = new Set(
    over.filter(({ document }) => document.isHidden !== true).map(({ externalId }) => externalId),
  )
  const left = ids.filter((id) => !done.has(id))
  const isLast =
    rows.length === 0 ||
    (listPages !== undefined && listPage >= listPages) ||
    // The list begins with the newest: behind a page of tournaments that are over nothing is new.
    (scope.kind === 'recent' && left.length === 0)
  return {
    ...toPage({
      next: {
        again: place.again,
        failures: 0,
        left,
        ...(isLast ? {} : { listPage: listPage + 1 }),
        ...(total !== undefined && { total }),
      },
      // A row without a link has no id; its issue says so.
      records: rows.length === ids.length ? [] : rows.filter((row) => !hasId(row)),
    }),
    via,
  }
}

const hasId = (row: unknown): boolean => z.looseObject({ id: idSchema }).safeParse(row).success
