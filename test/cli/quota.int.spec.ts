import { expect, it, onTestFinished } from 'vitest'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { waitFor } from '../project/waitFor.js'
import { createCliTest } from './createCliTest.js'

const HOUR_MS = 3_600_000
const LIMIT = 2

it('should put a run off when its quota is used up, say so, and send no request', async () => {
  let asked = 0
  const answer = (body: unknown) => () => {
    asked += 1
    return { body, headers: { 'x-left': String(LIMIT - asked) } }
  }
  const server = await startReplayServer({
    routes: {
      '/games': answer({ next: 1, records: [{ id: '1', name: 'One' }] }),
      '/scopes': answer({ scopes: ['all'] }),
    },
  })
  onTestFinished(server.close)
  const provider = defineTestProvider({ baseUrl: server.baseUrl })
  const { payload } = await createTestProject({
    options: {
      providers: [
        {
          ...provider,
          http: {
            ...provider.http!,
            budgets: () => ['hour'],
            readQuota: ({ headers }) => [
              {
                name: 'hour',
                limit: LIMIT,
                remaining: Number(headers.get('x-left')),
                resetsInMs: HOUR_MS,
              },
            ],
          },
        },
      ],
      retries: 1,
    },
  })
  onTestFinished(() => payload.destroy())
  await startSync({ payload })
  onTestFinished(() => stopSync({ payload }))
  const [queued] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'cli',
  })

  const run = await waitFor({
    event: 'the run to be put off',
    look: async () => {
      const found = await getRun({ payload, runId: queued!.id })
      return found.retryAt !== null && found
    },
  })

  expect(run).toMatchObject({
    counts: { created: 1 },
    error: {
      code: 'RATE_LIMITED',
      message: 'Test provider was not asked for /games: its quota "hour" is used up.',
    },
    status: 'queued',
  })
  expect(Date.parse(run.retryAt ?? '') - Date.now()).toBeGreaterThan(HOUR_MS * 0.9)
  expect(server.requests).toHaveLength(LIMIT)
  const { output } = await createCliTest(payload)({ args: ['status'] })
  expect(output).toMatch(/quota hour: 0 of 2 left, resets \d{4}-/)
  expect(output).toContain(`tried again at ${run.retryAt}`)
})
