import { describe, expect, it } from 'vitest'

import type { FetchPageArgs, JsonValue, Page } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { PlayerPage } from '../sources/rows.js'
import type { ReadPlayerArgs, Source, SourceName } from '../sources/Source.js'
import type { PlayerParams } from './fetchPlayers.js'

import {
  InvalidAnswerError,
  RequestRefusedError,
  resolveProviderOptions,
  UnavailableError,
} from '../../../sdk/index.js'
import { OPTION_RULES } from '../options.js'
import { fetchPlayers } from './fetchPlayers.js'

const SIZE = 10

const toIds = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index))

const createContext = (source: Source, via: SourceName = 'pageData'): Context => ({
  settings: resolveProviderOptions({
    environment: {},
    options: {},
    rules: OPTION_RULES,
    subject: 'gomafia',
  }),
  sources: {
    ask: async ({ http, signal }, read) => ({
      answer: await read(source, { http, signal }),
      via,
    }),
  },
})

/** A rating whose order is another one for each page that is read of it. */
const createShiftingContext = (orders: readonly (readonly string[])[]) => {
  const asked: string[] = []
  const context = createContext({
    readList: ({ page }) => {
      const order = orders[Math.min(page, orders.length) - 1]!
      const rows = order.slice((page - 1) * SIZE, page * SIZE).map((id) => ({ id }))
      return Promise.resolve({ rows, total: order.length })
    },
    readPlayer: ({ id }) => {
      asked.push(id)
      return Promise.resolve({ history: [], historyTotal: '0', stats: {}, user: { id, login: id } })
    },
    readTournament: () => Promise.resolve(null),
  })
  return { asked, context }
}

const toArgs = (args: { context: Context } & Partial<FetchPageArgs<PlayerParams>>) =>
  ({
    now: new Date('2025-08-28T09:00:00Z'),
    scope: { kind: 'list' },
    signal: new AbortController().signal,
    ...args,
  }) as { context: Context } & FetchPageArgs<PlayerParams>

const readAll = async (args: Parameters<typeof toArgs>[0]): Promise<unknown[]> => {
  const records: unknown[] = []
  let cursor: JsonValue | undefined
  do {
    const page: Page = await fetchPlayers({ ...toArgs(args), cursor })
    records.push(...page.records)
    cursor = page.next
  } while (cursor !== undefined)
  return records
}

it('should read each player once when the list shifts while it is read', async () => {
  const order = toIds(1, 25)
  // Two who are new come before all others, so that page two begins with two of page one.
  const { asked, context } = createShiftingContext([order, ['90', '91', ...order]])

  await readAll({ context })

  expect(asked).toEqual(order)
})

it('should read those who come again much later once more rather than remember them all', async () => {
  const order = toIds(1, 60)
  const { asked, context } = createShiftingContext([
    order,
    order,
    order,
    order,
    order,
    order,
    [...order, '1'],
  ])

  await readAll({ context })

  expect(asked).toEqual([...order, '1'])
})

/** Players whose pages are as `read` says, and who are all to be looked at again. */
const createDue = ({
  ids,
  read,
  stored = [],
  via,
}: {
  ids: readonly string[]
  read: (args: Pick<ReadPlayerArgs, 'historyPage' | 'id'>) => null | Partial<PlayerPage>
  /** The history that is stored of each of them. */
  stored?: readonly unknown[]
  via?: SourceName
}) => ({
  context: createContext(
    {
      readList: () => Promise.resolve({ rows: [], total: 0 }),
      readPlayer: async (args) => {
        const page = await Promise.resolve(read(args))
        return page && { user: { id: args.id, login: `Nick ${args.id}` }, ...page }
      },
      readTournament: () => Promise.resolve(null),
    },
    via,
  ),
  scope: { kind: 'due' as const },
  stored: {
    find: () => Promise.resolve([{ document: { history: stored } }]),
    findDue: () => Promise.resolve(ids),
  } as unknown as FetchPageArgs<PlayerParams>['stored'],
})

const toRows = (first: number, last: number) => toIds(first, last).map((id) => ({ id }))

describe('a history that broke off', () => {
  it.each([{ history: [] }, { history: undefined }])(
    'should be no word of a page that shows none of it: $history',
    async ({ history }) => {
      const due = createDue({ ids: ['7'], read: () => ({ history, historyTotal: '31' }) })

      expect(await readAll(due)).toEqual([
        { id: '7', problem: expect.stringContaining('nothing of the history') as string },
      ])
    },
  )

  it('should stay where a way does not tell it at all', async () => {
    const due = createDue({ ids: ['7'], read: () => ({ historyTotal: '31' }), via: 'api' })
    const [record] = await readAll(due)

    expect(record).toMatchObject({ id: '7', historyTotal: '31' })
    expect((record as { history?: unknown }).history).toBeUndefined()
  })

  it('should be read to its end, page by page', async () => {
    const due = createDue({
      ids: ['7'],
      read: ({ historyPage }) => ({
        history: toRows((historyPage - 1) * SIZE + 1, Math.min(historyPage * SIZE, 31)),
        historyTotal: '31',
      }),
    })

    expect(await readAll(due)).toMatchObject([{ id: '7', history: toRows(1, 31) }])
  })

  it.each([
    { after: 'a longer one is stored, which stays', history: undefined, stored: toRows(1, 31) },
    { after: 'no longer one is stored', history: toRows(1, 10), stored: toRows(1, 10) },
    { after: 'none is stored', history: toRows(1, 10), stored: [] },
  ])('should count as far as it was read, unless $after', async ({ history, stored }) => {
    const due = createDue({
      ids: ['7'],
      read: ({ historyPage }) => ({
        history: historyPage === 1 ? toRows(1, 10) : [],
        historyTotal: '31',
      }),
      stored,
    })
    const [record] = await readAll(due)

    expect(record).toMatchObject({ id: '7', historyTotal: '31' })
    expect((record as { history?: unknown }).history).toEqual(history)
  })
})

describe('a player who cannot be read', () => {
  const refuse = () => {
    throw new RequestRefusedError('gomafia.pro: Ошибка')
  }

  it.each([
    ['whom the API does not know', refuse, 'Ошибка'],
    ['whose page is the main page', () => null, 'does not know the id'],
    [
      'whose page is none',
      () => {
        throw new InvalidAnswerError('No player.')
      },
      'No player.',
    ],
  ])('should have a problem, and the others be read: one %s', async (_, fail, problem) => {
    const due = createDue({
      ids: ['1', '2', '3'],
      read: ({ id }) => (id === '2' ? fail() : { history: [], historyTotal: '0' }),
    })

    expect(await readAll(due)).toMatchObject([
      { id: '1', user: { login: 'Nick 1' } },
      { id: '2', problem: expect.stringContaining(problem) as string },
      { id: '3', user: { login: 'Nick 3' } },
    ])
  })

  it('should have one where a further page of the history cannot be read', async () => {
    const due = createDue({
      ids: ['1', '2'],
      read: ({ id, historyPage }) =>
        id === '1' && historyPage === 2
          ? refuse()
          : { history: id === '1' ? toRows(1, 10) : [], historyTotal: id === '1' ? '11' : '0' },
    })

    expect(await readAll(due)).toEqual([
      { id: '1', problem: 'gomafia.pro: Ошибка' },
      expect.objectContaining({ id: '2', user: { id: '2', login: 'Nick 2' } }),
    ])
  })

  it('should end the run when three in a row are', async () => {
    const due = createDue({ ids: ['1', '2', '3', '4'], read: refuse })

    await expect(readAll(due)).rejects.toMatchObject({ code: 'REQUEST_REFUSED' })
  })

  const fail = () => {
    throw new UnavailableError('The site answers 500.', { status: 500 })
  }

  it.each([['1'], ['1', '2'], ['1', '2', '3', '4']])(
    'should be no problem of the player where the site is down: %s',
    async (...ids) => {
      await expect(readAll(createDue({ ids, read: fail }))).rejects.toMatchObject({
        code: 'PROVIDER_UNAVAILABLE',
      })
    },
  )

  it.each([undefined, 502, 503, 504])(
    'should end the run at once where the site does not answer or says that it is down: %s',
    async (status) => {
      const asked: string[] = []
      const due = createDue({
        ids: ['1', '2'],
        read: ({ id }) => {
          asked.push(id)
          throw new UnavailableError('The site is down.', { status })
        },
      })

      await expect(readAll(due)).rejects.toMatchObject({ message: 'The site is down.' })
      expect(asked).toEqual(['1'])
    },
  )

  it('should be tried again behind the others where the site fails, and then have a problem', async () => {
    const asked: string[] = []
    const due = createDue({
      ids: ['1', '2', '3', '4'],
      read: ({ id }) => {
        asked.push(id)
        return id === '1' || id === '3' ? fail() : { history: [], historyTotal: '0' }
      },
    })

    expect(await readAll(due)).toMatchObject([
      { id: '2', user: { login: 'Nick 2' } },
      { id: '4', user: { login: 'Nick 4' } },
      { id: '1', problem: 'The site answers 500.' },
      { id: '3', problem: 'The site answers 500.' },
    ])
    expect(asked).toEqual(['1', '2', '3', '4', '1', '3'])
  })

  it('should be read as the list has them where the site has come back', async () => {
    const asked: string[] = []
    const context = createContext({
      readList: ({ page }) =>
        Promise.resolve({
          rows: page === 1 ? [{ id: '1', login: 'One' }, { id: '2' }] : [],
          total: 2,
        }),
      readPlayer: async ({ id }) => {
        asked.push(id)
        return asked.length === 1
          ? fail()
          : await Promise.resolve({ history: [], user: { id, login: id } })
      },
      readTournament: () => Promise.resolve(null),
    })

    expect(await readAll({ context })).toMatchObject([
      { id: '2', row: { id: '2' } },
      { id: '1', row: { id: '1', login: 'One' }, user: { id: '1' } },
    ])
  })
})

it('should hand on a row without a link, which has no id, and read all others', async () => {
  const asked: string[] = []
  const context = createContext({
    readList: ({ page }) =>
      Promise.resolve({
        rows: page === 1 ? [{}, { id: '1' }, { id: '', login: 'Nobody' }, { id: '2' }] : [],
        total: 4,
      }),
    readPlayer: ({ id }) => {
      asked.push(id)
      return Promise.resolve({ history: [], historyTotal: '0', user: { id, login: id } })
    },
    readTournament: () => Promise.resolve(null),
  })
  const records = await readAll({ context })

  expect(records.slice(0, 2)).toEqual([{}, { id: '', login: 'Nobody' }])
  expect(records.slice(2)).toMatchObject([{ id: '1' }, { id: '2' }])
  expect(asked).toEqual(['1', '2'])
})
