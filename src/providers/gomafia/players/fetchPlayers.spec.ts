import { expect, it } from 'vitest'

import type { FetchPageArgs } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { Source } from '../sources/Source.js'
import type { PlayerParams } from './fetchPlayers.js'

import { resolveProviderOptions } from '../../../sdk/index.js'
import { OPTION_RULES } from '../options.js'
import { fetchPlayers } from './fetchPlayers.js'

const SIZE = 10

const toIds = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index))

/** A rating whose order is another one for each page that is read of it. */
const createShiftingContext = (orders: readonly (readonly string[])[]) => {
  const asked: string[] = []
  const source: Source = {
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
  }
  const settings = resolveProviderOptions({
    environment: {},
    options: {},
    rules: OPTION_RULES,
    subject: 'gomafia',
  })
  const context: Context = {
    settings,
    sources: {
      ask: async ({ http, signal }, read) => ({
        answer: await read(source, { http, signal }),
        via: 'pageData',
      }),
    },
  }
  return { asked, context }
}

const readAll = async (context: Context): Promise<void> => {
  const args = {
    context,
    now: new Date('2025-08-28T09:00:00Z'),
    scope: { kind: 'list' },
    signal: new AbortController().signal,
  } as { context: Context } & FetchPageArgs<PlayerParams>
  let cursor = undefined
  do {
    cursor = (await fetchPlayers({ ...args, cursor })).next
  } while (cursor !== undefined)
}

it('should read each player once when the list shifts while it is read', async () => {
  const order = toIds(1, 25)
  // Two who are new come before all others, so that page two begins with two of page one.
  const { asked, context } = createShiftingContext([order, ['90', '91', ...order]])

  await readAll(context)

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

  await readAll(context)

  expect(asked).toEqual([...order, '1'])
})
