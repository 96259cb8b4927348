import type { z } from 'zod'

import { describe, expect, it } from 'vitest'

import type {
  HttpClient,
  HttpQuery,
  JsonValue,
  StoredRecords,
  SyncError,
} from '../../../../sdk/index.js'
import type { SportmonksSettings } from '../../options.js'

import { CredentialsRefusedError, EmptyAnswerError, reference } from '../../../../sdk/index.js'
import { matchFilter } from '../matchFilter.js'
import { fetchMatchesBetween, kicksOffWithin } from './fetchMatchesBetween.js'

const NO_DATA = new EmptyAnswerError('No result(s) found, or no access.')
const BETWEEN = '/football/fixtures/between/2031-06-10/2031-06-27'
const QUESTION = '/football/fixtures'

const season = ({
  id,
  leagueId,
  startDate,
}: {
  id: number
  leagueId: number
  startDate: string
}) => ({
  document: {
    name: `Season ${id}`,
    league: reference({ externalId: String(leagueId), resource: 'leagues' }),
    startDate,
  },
  externalId: String(id),
})

const STORED_SEASONS = [
  season({ id: 91000, leagueId: 9101, startDate: '2029-08-01' }),
  season({ id: 91001, leagueId: 9101, startDate: '2030-08-01' }),
  season({ id: 91005, leagueId: 9102, startDate: '2030-07-01' }),
]

type FetchArgs = {
  /** By path: an answer, or the error it fails with. */
  answers: Record<string, JsonValue | SyncError>
  cursor?: string
  seasons?: typeof STORED_SEASONS
  settings?: Partial<Pick<SportmonksSettings, 'leagues' | 'seasons'>>
}

type AskArgs = { query?: HttpQuery; schema: z.ZodType }

/** Fetches one page of a range; `asked` are the requests it took. */
const fetchRange = async ({
  answers,
  cursor,
  seasons = STORED_SEASONS,
  settings: given,
}: FetchArgs) => {
  const asked: { path: string; query: HttpQuery | undefined }[] = []
  const ask = (path: string, { query, schema }: AskArgs): Promise<unknown> => {
    asked.push({ path, query })
    const answer = answers[path]
    return answer instanceof Error ? Promise.reject(answer) : schema.parseAsync(answer)
  }
  const http = { get: ask } as unknown as HttpClient
  const stored: StoredRecords = {
    find: ({ resource }) => Promise.resolve((resource === 'seasons' ? seasons : []) as never),
    findDue: () => Promise.resolve([]),
  }
  const settings = { leagues: undefined, seasons: 'current' as const, ...given }
  const page = fetchMatchesBetween({
    cursor: cursor === undefined ? undefined : { cursor },
    filter: matchFilter(settings),
    http,
    scope: { from: '2031-06-10', to: '2031-06-27' },
    settings,
    signal: new AbortController().signal,
    stored,
  })
  return { asked, page: await page.catch((error: unknown) => error) }
}

describe('fetchMatchesBetween', () => {
  it('should take a range for empty once a match of a stored season proves access', async () => {
    const { asked, page } = await fetchRange({
      answers: { [BETWEEN]: NO_DATA, [QUESTION]: { data: [{ id: 1, season_id: 91000 }] } },
    })

    expect(page).toEqual({ records: [] })
    expect(asked.slice(1)).toEqual([
      { path: QUESTION, query: { filters: 'fixtureSeasons:91001,91005,91000', per_page: 1 } },
    ])
  })

  it.each([
    {
      filters: 'fixtureSeasons:91005',
      settings: { leagues: [9102] },
      what: 'of the leagues of the option',
    },
    {
      filters: 'fixtureSeasons:91000',
      settings: { seasons: [91000] },
      what: 'that the option names',
    },
  ])('should ask only for the seasons $what', async ({ filters, settings }) => {
    const { asked } = await fetchRange({
      answers: { [BETWEEN]: NO_DATA, [QUESTION]: NO_DATA },
      settings,
    })

    expect(asked.at(-1)?.query).toMatchObject({ filters })
  })

  it('should fail when the question is answered in the same words', async () => {
    const { asked, page } = await fetchRange({
      answers: { [BETWEEN]: NO_DATA, [QUESTION]: NO_DATA },
    })

    expect(page).toBe(NO_DATA)
    expect(asked).toHaveLength(2)
  })

  it('should not count a match of another season as a proof', async () => {
    const { page } = await fetchRange({
      answers: { [BETWEEN]: NO_DATA, [QUESTION]: { data: [{ id: 1, season_id: 4711 }] } },
    })

    expect(page).toBe(NO_DATA)
  })

  it('should fail without a question when no season is stored', async () => {
    const { asked, page } = await fetchRange({ answers: { [BETWEEN]: NO_DATA }, seasons: [] })

    expect(page).toBe(NO_DATA)
    expect(asked).toHaveLength(1)
  })

  it('should tell why the question failed when it was not for lack of data', async () => {
    const refusal = new CredentialsRefusedError('The token is not known.')

    const { page } = await fetchRange({ answers: { [BETWEEN]: NO_DATA, [QUESTION]: refusal } })

    expect(page).toBe(refusal)
  })

  it('should never take a later page without data for the end of the list', async () => {
    const { asked, page } = await fetchRange({ answers: { [BETWEEN]: NO_DATA }, cursor: 'page-2' })

    expect(page).toBe(NO_DATA)
    expect(asked).toHaveLength(1)
  })
})

describe('kicksOffWithin', () => {
  const isInMarch = kicksOffWithin({ from: '2031-03-01', to: '2031-03-31' })

  it.each([
    ['2031-02-28 23:59:59', false],
    ['2031-03-01 00:00:00', true],
    ['2031-03-31 23:45:00', true],
    ['2031-04-01 00:00:00', false],
    // Asked for as far as anybody knows.
    [null, true],
  ])('should say of a kick-off at %s that it was asked for: %s', (starting_at, isAsked) => {
    expect(isInMarch({ starting_at })).toBe(isAsked)
  })
})
