import { expect, it } from 'vitest'

import type { FetchPageArgs, JsonValue, Page } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { TournamentPage } from '../sources/rows.js'
import type { TournamentParams } from './fetchTournaments.js'

import {
  RequestRefusedError,
  resolveProviderOptions,
  UnavailableError,
} from '../../../sdk/index.js'
import { OPTION_RULES } from '../options.js'
import { fetchTournaments } from './fetchTournaments.js'

type ReadAllArgs = {
  read: (id: string) => null | TournamentPage
  /** The list of tournaments, all on its first page. */
  rows: readonly unknown[]
}

const toFound = (id: string): TournamentPage => ({ tournament: { id, title: `Cup ${id}` } })

const readAll = async ({ read, rows }: ReadAllArgs): Promise<unknown[]> => {
  const context: Context = {
    settings: resolveProviderOptions({
      environment: {},
      options: {},
      rules: OPTION_RULES,
      subject: 'gomafia',
    }),
    sources: {
      ask: async ({ http, signal }, ask) => ({
        answer: await ask(
          {
            readList: ({ page }) =>
              Promise.resolve({ rows: page === 1 ? [...rows] : [], total: rows.length }),
            readPlayer: () => Promise.resolve(null),
            readTournament: async ({ id }) => await Promise.resolve(read(id)),
          },
          { http, signal },
        ),
        via: 'api',
      }),
    },
  }
  const args = {
    context,
    now: new Date('2025-08-28T09:00:00Z'),
    scope: { kind: 'all' },
    signal: new AbortController().signal,
    stored: { find: () => Promise.resolve([]) },
  } as unknown as { context: Context } & FetchPageArgs<TournamentParams>
  const records: unknown[] = []
  let cursor: JsonValue | undefined
  do {
    const page: Page = await fetchTournaments({ ...args, cursor })
    records.push(...page.records)
    cursor = page.next
  } while (cursor !== undefined)
  return records
}

const refuse = () => {
  throw new RequestRefusedError('gomafia.pro: Ошибка')
}

it.each([
  ['whom the API refuses', refuse, 'gomafia.pro: Ошибка'],
  ['that the site does not know', () => null, expect.stringContaining('does not know the id')],
])('should have a problem where there is one %s, and read the others', async (_, fail, problem) => {
  const records = await readAll({
    read: (id) => (id === '2' ? fail() : toFound(id)),
    rows: [{ id: '1' }, { id: '2' }, { id: '3' }],
  })

  expect(records).toEqual([toFound('1'), { problem, tournament: { id: '2' } }, toFound('3')])
})

it('should end the run when three in a row cannot be read', async () => {
  const rows = [{ id: '1' }, { id: '2' }, { id: '3' }, { id: '4' }]

  await expect(readAll({ read: refuse, rows })).rejects.toMatchObject({ code: 'REQUEST_REFUSED' })
})

it('should try one again whose page fails, and read the others', async () => {
  const asked: string[] = []
  const records = await readAll({
    read: (id) => {
      asked.push(id)
      if (id === '1') {
        throw new UnavailableError('The site answers 500.', { status: 500 })
      }
      return toFound(id)
    },
    rows: [{ id: '1' }, { id: '2' }, { id: '3' }],
  })

  expect(asked).toEqual(['1', '2', '3', '1'])
  expect(records).toEqual([
    toFound('2'),
    toFound('3'),
    { problem: 'The site answers 500.', tournament: { id: '1' } },
  ])
})

it('should hand on a row without a link, which has no id, and read the others', async () => {
  const rows = [{}, { id: '1' }, { title: 'Nowhere' }]

  expect(await readAll({ read: toFound, rows })).toEqual([{}, { title: 'Nowhere' }, toFound('1')])
})
