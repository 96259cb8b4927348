import { describe, expect, it } from 'vitest'

import type { SyncStatus } from '../../../../sync/operations/status/SyncStatus.js'
import type { RunUpdates } from '../../../../sync/run/RunUpdates.js'

import { toRun } from '../../run.fixture.js'
import { hasTurn, mergeUpdates } from './mergeUpdates.js'

const NOW = '2025-04-01T12:05:00.000Z'

const toStatus = (status: Partial<SyncStatus> = {}): SyncStatus => ({
  activeRuns: [],
  health: { level: 'HEALTHY', reasons: [] },
  now: NOW,
  providers: [
    {
      name: 'library',
      breaker: { reason: null, state: 'closed', until: null },
      isReady: true,
      label: 'Library',
      problems: [],
      quotas: [],
      resources: ['books', 'authors'].map((name) => ({
        name,
        activeRun: null,
        canRefresh: false,
        collection: name,
        consecutiveFailures: 0,
        lastRun: null,
        lastSuccessAt: null,
        modes: ['full'],
        openIssues: 0,
        recordsWithIssues: 0,
        stored: 0,
      })),
    },
  ],
  recentRuns: [],
  ...status,
})

const toUpdates = (updates: Partial<RunUpdates>): RunUpdates => ({
  activeRuns: [],
  endedRuns: [],
  now: NOW,
  ...updates,
})

const resourcesOf = (status: SyncStatus) => status.providers[0]!.resources

describe('merging', () => {
  it('should show a run with its resource and no other', () => {
    const run = toRun({ finishedAt: null, status: 'running' })
    const merged = mergeUpdates({ status: toStatus(), updates: toUpdates({ activeRuns: [run] }) })

    expect(merged.activeRuns).toEqual([run])
    expect(resourcesOf(merged).map(({ activeRun }) => activeRun)).toEqual([run, null])
  })

  it('should name the running run of a resource, or else the one queued first', () => {
    const first = toRun({ id: 1, status: 'queued' })
    const second = toRun({ id: 2, status: 'queued' })
    const working = toRun({ id: 3, lane: 'live', status: 'running' })
    const merge = (activeRuns: (typeof first)[]) =>
      resourcesOf(mergeUpdates({ status: toStatus(), updates: toUpdates({ activeRuns }) }))[0]!
        .activeRun

    expect(merge([second, first])).toBe(first)
    expect(merge([working, second, first])).toBe(working)
  })

  it('should make a run that ended the last one, unless a newer one is known', () => {
    const old = toRun({ id: 1, createdAt: '2025-04-01T11:00:00.000Z' })
    const newer = toRun({ id: 2 })
    const before = mergeUpdates({ status: toStatus(), updates: toUpdates({ endedRuns: [newer] }) })
    const after = mergeUpdates({ status: before, updates: toUpdates({ endedRuns: [old] }) })

    expect(resourcesOf(after)[0]!.lastRun).toBe(newer)
    expect(after.recentRuns.map(({ id }) => id)).toEqual([2, 1])
  })
})

describe('a turn', () => {
  it('should be a run that began, and one that is not active any more', () => {
    const run = toRun({ status: 'running' })

    expect(hasTurn({ status: toStatus(), updates: toUpdates({ activeRuns: [run] }) })).toBe(true)
    expect(hasTurn({ status: toStatus({ activeRuns: [run] }), updates: toUpdates({}) })).toBe(true)
  })

  it('should be a run that is held up', () => {
    const run = toRun({ status: 'running' })
    const status = toStatus({ activeRuns: [run] })
    const error = { code: 'PROVIDER_UNAVAILABLE', message: 'It answered with status 503' }

    expect(hasTurn({ status, updates: toUpdates({ activeRuns: [{ ...run, error }] }) })).toBe(true)
  })

  it('should not be a run that gets on, nor one that was told of before', () => {
    const run = toRun({ status: 'running' })
    const ended = toRun({ id: 2 })
    const status = toStatus({ activeRuns: [run], recentRuns: [ended] })
    const updates = toUpdates({ activeRuns: [{ ...run, requests: 7 }], endedRuns: [ended] })

    expect(hasTurn({ status, updates })).toBe(false)
  })

  it('should be a run that began and ended between two looks', () => {
    const ended = toRun({ id: 2 })

    expect(hasTurn({ status: toStatus(), updates: toUpdates({ endedRuns: [ended] }) })).toBe(true)
  })
})
