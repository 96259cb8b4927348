import { z } from 'zod'

import type { FetchPageArgs, JsonObject, JsonValue, Page } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { PlayerPage } from '../sources/rows.js'
import type { SourceName } from '../sources/Source.js'

import { CursorLostError, idSchema, InvalidAnswerError, refuseEmpty } from '../../../sdk/index.js'
import { judgeFailure } from '../sources/judgeFailure.js'
import { toNumber } from '../values/toNumber.js'

/** Players of the last pages of the list. Who fell further in the meantime is read once more. */
const MOST_RECENT = 30

/** What is kept of a player between the pages of the history. */
const heldSchema = z.object({
  id: z.string(),
  /** Absent where a way to the site does not show it. */
  history: z.array(z.unknown()).optional(),
  historyPage: z.int(),
  historyTotal: z.unknown().optional(),
  isPartial: z.boolean().optional(),
  row: z.unknown().optional(),
  stats: z.unknown().optional(),
  user: z.unknown().optional(),
})

type Held = z.output<typeof heldSchema>

/** Where a read of players goes on. One request is made for each page. */
const cursorSchema = z.object({
  /** Players whose pages failed, and who are tried once more behind the others. */
  again: z.array(z.string()).default([]),
  failures: z.int().default(0),
  held: heldSchema.optional(),
  /** Players that are still to be read, as the list has them or by their ids alone. */
  left: z.array(z.looseObject({ id: z.string() })),
  /** The page of the list to read next; absent when all are read. */
  listPage: z.int().optional(),
  /** The players whom the list showed last: it shifts while it is read, and shows some again. */
  recent: z.array(z.string()).default([]),
  total: z.int().optional(),
})

type Cursor = z.output<typeof cursorSchema>

export type PlayerParams = { kind: 'due' | 'list' }

type Args = { context: Context } & FetchPageArgs<PlayerParams>

const parseCursor = (cursor: JsonValue): Cursor => {
  const { data } = cursorSchema.safeParse(cursor)
  if (!data) {
    throw new CursorLostError('The place where the players go on was written by another version.')
  }
  return data
}

/** A page: the players that are whole now, and where the read goes on. */
const toPage = ({ next, records }: { next: Cursor; records: unknown[] }): Page => ({
  ...(isAtEnd(next) ? {} : { next: toCursor(next) }),
  mayBeEmpty: true,
  records,
  ...(next.total !== undefined && { total: next.total }),
})

/** As JSON, which knows no `undefined`. */
const toCursor = (place: Cursor): JsonObject => JSON.parse(JSON.stringify(place)) as JsonObject

const isAtEnd = ({ held, left, listPage }: Cursor): boolean =>
  !held && left.length === 0 && listPage === undefined

/**
 * One request to the site: a page of the rating, a player, or a further page of a player's history.
 * What it brought is stored before the next one is made, so that nothing is asked for twice.
 */
export const fetchPlayers = async (args: Args): Promise<Page> => {
  const { cursor, scope } = args
  const place: Cursor =
    cursor === undefined
      ? scope.kind === 'list'
        ? { again: [], failures: 0, left: [], listPage: 1, recent: [] }
        : await findDue(args)
      : parseCursor(cursor)
  if (place.held) {
    return await readMore({ ...args, held: place.held, place })
  }
  const [first, ...left] = place.left
  return first === undefined
    ? await readList({ ...args, place })
    : await readOne({ ...args, place: { ...place, left }, row: first })
}

type PlacedArgs = { place: Cursor } & Args

/** Players nobody has read yet or who could not be read, and those not looked at for long. */
const findDue = async ({ context, now, stored }: Args): Promise<Cursor> => {
  const { checkAfterHours, checksPerRun } = context.settings
  const ids = await stored.findDue({
    checkedBefore: new Date(now.getTime() - checkAfterHours * HOUR_MS),
    limit: checksPerRun,
    resource: 'players',
  })
  return {
    again: [],
    failures: 0,
    left: ids.map((id) => ({ id })),
    recent: [],
    total: ids.length,
  }
}

const HOUR_MS = 60 * 60 * 1000

const readList = async ({ context, http, now, place, signal }: PlacedArgs): Promise<Page> => {
  const { listPage } = place
  if (listPage === undefined) {
    return toPage({ next: place, records: [] })
  }
  const { listPages, year = now.getUTCFullYear() } = context.settings
  const { answer, via } = await context.sources.ask(
    { http, now, signal, what: 'the rating of players' },
    (source, asked) => source.readList({ ...asked, list: 'players', page: listPage, year }),
  )
  const { rows, total } = answer
  if (rows.length === 0 && listPage === 1) {
    refuseEmpty({
      advice: 'There are thousands of players, so the site may have been built anew.',
      list: `rating of players of ${year}`,
      provider: 'gomafia.pro',
    })
  }
  const usable = rows.flatMap((row) => {
    const { data } = z.looseObject({ id: idSchema }).safeParse(row)
    return data ? [data] : []
  })
  const left = usable.filter(({ id }) => !place.recent.includes(id))
  const isLast = rows.length === 0 || (listPages !== undefined && listPage >= listPages)
  return {
    ...toPage({
      next: {
        again: place.again,
        failures: 0,
        left,
        ...(isLast ? {} : { listPage: listPage + 1 }),
        recent: [...place.recent, ...left.map(({ id }) => id)].slice(-MOST_RECENT),
        ...(total !== undefined && { total }),
      },
      // A row without a link has no id; its issue says so.
      records: rows.filter((row) => !usable.some(({ id }) => id === idOf(row))),
    }),
    via,
  }
}

const idOf = (row: unknown): string | undefined =>
  z.looseObject({ id: idSchema }).safeParse(row).data?.id

type ReadOneArgs = { row: { id: string } } & PlacedArgs

const readOne = async ({
  context,
  http,
  now,
  place,
  row,
  scope,
  signal,
}: ReadOneArgs): Promise<Page> => {
  const { id } = row
  const listed = scope.kind === 'list' ? { row } : {}
  try {
    const { answer, via } = await context.sources.ask(
      { http, now, signal, what: `player ${id}` },
      (source, asked) => source.readPlayer({ ...asked, id, historyPage: 1 }),
    )
    if (answer === null) {
      return toPage({ next: place, records: [{ id, ...listed, problem: NO_PAGE }] })
    }
    requireHistory({ id, answer, via })
    const held = hold({ id, answer, listed })
    return { ...finishOrGoOn({ context, held, place }), via }
  } catch (error) {
    return giveUp({ error, place, record: { id, ...listed } })
  }
}

type GiveUpArgs = { error: unknown; place: Cursor; record: { id: string; row?: unknown } }

/** The run goes on with the others, unless it is all of them. */
const giveUp = ({ error, place, record }: GiveUpArgs): Page => {
  const { again, left } = place
  const { id, row } = record
  const { failures, problem } = judgeFailure({
    error,
    failures: place.failures,
    isSecond: again.includes(id),
  })
  const next = { ...place, failures, held: undefined }
  return problem === undefined
    ? toPage({
        next: { ...next, again: [...again, id], left: [...left, toListed({ id, row })] },
        records: [],
      })
    : toPage({ next, records: [{ ...record, problem }] })
}

/** As the list has a player, or by the id alone. */
const toListed = ({ id, row }: { id: string; row?: unknown }): { id: string } =>
  typeof row === 'object' && row !== null ? { ...row, id } : { id }

type RequireHistoryArgs = { via: SourceName } & Omit<HoldArgs, 'listed'>

/**
 * A page that says how long a history is and shows none of it has lost it. Nobody has recorded what
 * else the API leaves out, so there only an empty one counts.
 */
const requireHistory = ({ id, answer: { history, historyTotal }, via }: RequireHistoryArgs) => {
  const isLost = history === undefined ? via === 'pageData' : history.length === 0
  if (isLost && (toNumber(historyTotal) ?? 0) > 0) {
    throw new InvalidAnswerError(
      `gomafia.pro shows nothing of the history of player ${id}, which has ${String(historyTotal)} tournaments.`,
    )
  }
}

const NO_PAGE = 'The site shows its main page where the player should be: it does not know the id.'

type HoldArgs = { answer: PlayerPage; id: string; listed: { row?: unknown } }

const hold = ({ id, answer, listed }: HoldArgs): Held => ({
  id,
  history: answer.history ?? undefined,
  historyPage: 1,
  historyTotal: answer.historyTotal,
  ...(answer.isPartial && { isPartial: true }),
  row: listed.row,
  stats: answer.stats,
  user: answer.user,
})

type ReadMoreArgs = { held: Held } & PlacedArgs

const readMore = async (args: ReadMoreArgs): Promise<Page> => {
  const { held, place } = args
  try {
    return await readMoreHistory(args)
  } catch (error) {
    const { id, row } = held
    return giveUp({ error, place, record: { id, ...(row !== undefined && { row }) } })
  }
}

const readMoreHistory = async ({
  context,
  held,
  http,
  now,
  place,
  signal,
  stored,
}: ReadMoreArgs): Promise<Page> => {
  const historyPage = held.historyPage + 1
  const { answer, via } = await context.sources.ask(
    { http, now, signal, what: `page ${historyPage} of the history of player ${held.id}` },
    (source, asked) => source.readPlayer({ ...asked, id: held.id, historyPage }),
  )
  const known = new Set((held.history ?? []).map(idOf))
  const rows = (answer?.history ?? []).filter(({ id }) => id && !known.has(id))
  const isCut = rows.length === 0 && (await hasLonger({ held, stored }))
  const history = isCut ? undefined : [...(held.history ?? []), ...rows]
  return {
    ...finishOrGoOn({
      context,
      // A page that brings nothing new is the last one, whatever the total says.
      held: { ...held, history, historyPage },
      isLast: rows.length === 0,
      place,
    }),
    via,
  }
}

type HasLongerArgs = { held: Held } & Pick<Args, 'stored'>

/** Whether more of a history is stored than what was read before it broke off. That stays. */
const hasLonger = async ({
  held: { id, history = [] },
  stored,
}: HasLongerArgs): Promise<boolean> => {
  const [before] = await stored.find<{ history?: null | unknown[] }>({
    externalIds: [id],
    resource: 'players',
  })
  return (before?.document.history?.length ?? 0) > history.length
}

type FinishArgs = { context: Context; held: Held; isLast?: boolean; place: Cursor }

const finishOrGoOn = ({ context, held, isLast = false, place }: FinishArgs): Page => {
  const total = toNumber(held.historyTotal) ?? Number.NaN
  const isWhole =
    isLast ||
    !context.settings.wholeHistory ||
    !Number.isFinite(total) ||
    !held.history?.length ||
    held.history.length >= total
  const next: Cursor = { ...place, failures: 0, held: isWhole ? undefined : held }
  return toPage({ next, records: isWhole ? [toRecord(held)] : [] })
}

/** The page a record was read to is none of its words. */
const toRecord = ({ historyPage: _, ...record }: Held): Omit<Held, 'historyPage'> => record
