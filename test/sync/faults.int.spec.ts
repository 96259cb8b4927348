import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { HttpFacts, SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { Fault } from './startFaultyServer.js'

import { SYNC_MODES } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'
import { FAULTS, startFaultyServer } from './startFaultyServer.js'

const SCOPES = ['a', 'b']
const PAGES_EACH = 2
const PAGE_SIZE = 2

/** Every page of a run, in the order in which it reads them. */
const PAGES = SCOPES.flatMap((scope) =>
  Array.from({ length: PAGES_EACH }, (_, page) => ({ page, scope })),
)

type Page = (typeof PAGES)[number]

const idsOf = ({ page, scope }: Page): string[] =>
  Array.from({ length: PAGE_SIZE }, (_, index) => `${scope}-${page}-${index}`)

const ALL_IDS = PAGES.flatMap(idsOf)

const CASES = (Object.keys(FAULTS) as Fault[]).flatMap((fault) =>
  SYNC_MODES.flatMap((mode) => PAGES.map((page) => ({ ...page, fault, mode }))),
)

const isPage =
  ({ page, scope }: Page) =>
  ({ pathname, searchParams }: URL): boolean =>
    pathname === '/games' &&
    searchParams.get('scope') === scope &&
    Number(searchParams.get('page')) === page

/** Two scopes of two pages, of which one goes wrong in every way there is, in every mode. */
describe('a page that goes wrong', () => {
  let http: HttpFacts
  let server: Awaited<ReturnType<typeof startFaultyServer>>
  let payload: Payload
  let score = 0

  const answer = ({ pathname, searchParams }: URL): unknown => {
    if (pathname === '/scopes') {
      return { scopes: SCOPES }
    }
    const page = Number(searchParams.get('page'))
    const scope = searchParams.get('scope') ?? ''
    return {
      records: idsOf({ page, scope }).map((id) => ({ id, name: `Game ${id}`, score })),
      ...(page + 1 < PAGES_EACH && { next: page + 1 }),
    }
  }

  const sync = async (mode: SyncMode): Promise<RunDetails> => {
    const [queued] = await startRun({
      initiatedBy: null,
      mode,
      payload,
      provider: 'test',
      resource: 'games',
      trigger: 'api',
    })
    return await waitFor({
      event: 'the end of a run',
      look: async () => {
        const run = await getRun({ payload, runId: queued!.id })
        return run.finishedAt !== null && run
      },
    })
  }

  /** The score of each stored game. */
  const findScores = async (): Promise<Record<string, unknown>> => {
    const { docs } = await payload.find({
      collection: testSlugs.matches,
      depth: 0,
      pagination: false,
      sort: 'externalId',
    })
    const games = docs as unknown as { externalId: string; homeScore: unknown }[]
    return Object.fromEntries(games.map(({ externalId, homeScore }) => [externalId, homeScore]))
  }

  const scoresOf = (toScore: (id: string) => number) =>
    Object.fromEntries(ALL_IDS.map((id) => [id, toScore(id)]))

  /** A time-out must be waited for, so it is short, but only where it is what goes wrong. */
  const failWith = (fault: Fault | undefined, isHit?: (url: URL) => boolean): void => {
    http.timeoutMs = fault === 'a hanging answer' ? 100 : undefined
    server.failWith(fault, isHit)
  }

  const countIssues = async (): Promise<number> =>
    (await payload.count({ collection: testSlugs.syncIssues })).totalDocs

  beforeAll(async () => {
    server = await startFaultyServer({ answer })
    const provider = defineTestProvider({ baseUrl: server.baseUrl, isLive: true })
    http = { ...provider.http! }
    const project = await createTestProject({
      options: {
        // One absence is enough here, so that a read which wrongly counts as complete is found out.
        absence: { after: 1, maxShare: 1 },
        providers: [{ ...provider, http }],
      },
    })
    payload = project.payload
    await startSync({ payload })
    expect(await sync('full')).toMatchObject({ status: 'completed' })
  })

  beforeEach(() => {
    // The wait between two attempts is a random share of the back-off: here none of it.
    vi.spyOn(Math, 'random').mockReturnValue(0)
    score += 1
  })

  afterAll(async () => {
    await stopSync({ payload })
    await server.close()
    await payload.destroy()
  })

  it.each(CASES)(
    'should lose and delete nothing: $fault on page $page of scope $scope, $mode',
    async ({ fault, mode, page, scope }) => {
      const isScopeOnly = fault === '200 with an error'
      const broken = PAGES.findIndex((one) => one.page === page && one.scope === scope)
      const isRead = (id: string): boolean =>
        PAGES.some(
          (one, index) =>
            idsOf(one).includes(id) &&
            // What comes before is stored; the other scope is, too, where only one is at fault.
            (index < broken || (isScopeOnly && one.scope !== scope)),
        )
      failWith(fault, isPage({ page, scope }))

      const failed = await sync(mode)

      expect(failed).toMatchObject({
        counts: { created: 0, invalid: 0, missing: 0 },
        status: isScopeOnly ? 'partial' : 'failed',
      })
      expect(failed.error?.message).toMatch(/Test provider/)
      expect(await findScores()).toEqual(scoresOf((id) => (isRead(id) ? score : score - 1)))
      expect(await countIssues()).toBe(0)

      failWith(undefined)
      const whole = await sync(mode)

      expect(whole).toMatchObject({
        counts: { created: 0, fetched: ALL_IDS.length, missing: 0 },
        error: null,
        status: 'completed',
      })
      expect(await findScores()).toEqual(scoresOf(() => score))
      expect(await countIssues()).toBe(0)
    },
  )

  it.each(Object.keys(FAULTS).filter((fault) => fault !== '200 with an error') as Fault[])(
    'should go on by itself when it was %s for a moment',
    async (fault) => {
      let hits = 0
      failWith(fault, (url) => {
        hits += isPage({ page: 1, scope: 'a' })(url) ? 1 : 0
        return hits === 1 && isPage({ page: 1, scope: 'a' })(url)
      })

      expect(await sync('full')).toMatchObject({
        counts: { fetched: ALL_IDS.length, missing: 0 },
        status: 'completed',
      })
      // A good answer that takes too long on a busy machine is asked for again as well.
      expect(hits).toBeGreaterThanOrEqual(2)
      expect(await findScores()).toEqual(scoresOf(() => score))
    },
  )
})
