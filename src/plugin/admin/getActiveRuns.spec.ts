import { expect, it } from 'vitest'

import type { ResourceStatus } from '../../sync/operations/SyncStatus.js'

import { getActiveRuns } from './getActiveRuns.js'
import { toRun } from './run.fixture.js'

const resource: ResourceStatus = {
  name: 'matches',
  activeRun: null,
  collection: 'matches',
  consecutiveFailures: 0,
  lastRun: null,
  lastSuccessAt: null,
  modes: ['full'],
  openIssues: 0,
  stored: 0,
}

it('should find every active run once, working ones first', () => {
  const working = toRun({ id: 1, status: 'running' })
  const waiting = toRun({ id: 2, status: 'queued' })
  const liveRun = toRun({ id: 3, lane: 'live', status: 'running' })

  const runs = getActiveRuns({
    providers: [
      {
        name: 'sportmonks',
        breaker: { reason: null, state: 'closed', until: null },
        label: 'Sportmonks',
        problems: [],
        quotas: [],
        resources: [
          { ...resource, activeRun: waiting },
          { ...resource, activeRun: working },
        ],
      },
    ],
    recentRuns: [liveRun, waiting, working, toRun({ id: 4 })],
  })

  expect(runs.map(({ id }) => id)).toEqual([1, 3, 2])
})

it('should find nothing where everything has ended', () => {
  expect(getActiveRuns({ providers: [], recentRuns: [toRun()] })).toEqual([])
})
