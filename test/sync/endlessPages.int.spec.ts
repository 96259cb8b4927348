import { expect, it, onTestFinished } from 'vitest'

import type { Page, Provider } from '../../src/sdk/index.js'
import type { ReplayAnswer } from '../../src/testing/replayServer.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineTestProvider } from '../project/defineTestProvider.js'

type CreateArgs = { answer: (page: number) => ReplayAnswer; sliceMs?: number }

/** One scope whose pages are answered by number, and a second one that is whole. */
const createPagesTest = async ({ answer, sliceMs = 60_000 }: CreateArgs) => {
  const server = await startReplayServer({
    routes: {
      '/games': ({ query }) =>
        query.scope === 'good'
          ? { body: { records: [{ id: 'good', name: 'Good' }] } }
          : answer(Number(query.page)),
      '/scopes': { body: { scopes: ['bad', 'good'] } },
    },
  })
  onTestFinished(server.close)
  const provider: Provider = defineTestProvider({ baseUrl: server.baseUrl })
  const { payload } = await createTestProject({
    options: { providers: [provider], worker: { sliceMs } },
  })
  onTestFinished(() => payload.destroy())
  const [run] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'api',
  })
  await drainSync({ payload })
  const asked = server.requests.filter(({ query }) => query.scope === 'bad').length
  return { asked, run: await getRun({ payload, runId: run!.id }) }
}

const game = (id: number) => ({ id: String(id), name: `Game ${id}` })

const body = (page: Page): ReplayAnswer => ({ body: page })

const FAILED = {
  counts: { missing: 0 },
  failedScopes: [{ code: 'ENDLESS_PAGES', key: 'bad' }],
  status: 'partial',
}

it('should stop at a cursor that leads back, and read the other scopes', async () => {
  const { asked, run } = await createPagesTest({
    answer: (page) => body({ next: page === 1 ? 2 : 1, records: [game(page)] }),
  })
  expect(run).toMatchObject(FAILED)
  expect(run.failedScopes[0]!.message).toContain('Ask the provider, or whoever wrote the resource')
  expect(asked).toBeLessThan(6)
})

it('should stop at a page that comes again under a cursor that counts', async () => {
  const { asked, run } = await createPagesTest({
    answer: (page) => body({ next: page + 1, records: page % 2 ? [] : [game(1), game(2)] }),
  })
  expect(run).toMatchObject(FAILED)
  expect(asked).toBeLessThan(8)
})

it('should notice it too when a run is resumed at every page', async () => {
  // How many pages are asked for again depends on how busy the machine is. A run that does not
  // notice goes on for ever.
  const { run } = await createPagesTest({
    answer: (page) => body({ next: (page + 1) % 5, records: [game(page)] }),
    sliceMs: 100,
  })
  expect(run).toMatchObject(FAILED)
})

it('should stop after ten empty pages in a row', async () => {
  const { asked, run } = await createPagesTest({
    answer: (page) => body({ next: page + 1, records: page === 0 ? [game(1)] : [] }),
  })
  expect(run).toMatchObject(FAILED)
  expect(asked).toBeLessThan(14)
})

it('should go on behind an empty page in the middle', async () => {
  const { run } = await createPagesTest({
    answer: (page) =>
      body({ records: page === 1 ? [] : [game(page)], ...(page < 2 && { next: page + 1 }) }),
  })
  expect(run).toMatchObject({ counts: { created: 3 }, failedScopes: [], status: 'completed' })
})
