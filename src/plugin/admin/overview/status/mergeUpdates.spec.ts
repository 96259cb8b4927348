import { describe, expect, it } from 'vitest'

import type { SyncStatus } from '../../../../sync/operations/status/SyncStatus.js'
import type { Run } from '../../../../sync/run/Run.js'
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
        references: [],
        stored: 0,
        waitsFor: null,
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

describe('the number of stored records', () => {
  const toCounted = (created: number, run: Partial<Run> = {}) =>
    toRun({ counts: { ...toRun().counts, created }, ...run })
  const storedOf = (status: SyncStatus) => resourcesOf(status)[0]!.stored
  const withStored = (stored: number, known: Run[] = []) => {
    const status = toStatus({ activeRuns: known })
    const [provider] = status.providers
    const resources = provider!.resources.map((resource) => ({ ...resource, stored }))
    return { ...status, providers: [{ ...provider!, resources }] }
  }

  it('should grow with what a run has created since they were counted', () => {
    const before = toCounted(234, { finishedAt: null, status: 'running' })
    const status = withStored(234, [before])
    const run = { ...before, counts: { ...before.counts, created: 270 } }

    const merged = mergeUpdates({ status, updates: toUpdates({ activeRuns: [run] }) })
    const again = mergeUpdates({ status: merged, updates: toUpdates({ activeRuns: [run] }) })

    expect([storedOf(merged), storedOf(again)]).toEqual([270, 270])
  })

  it('should grow with all that a run of later has created', () => {
    const run = toCounted(7, { id: 9, createdAt: '2025-04-01T12:05:00.001Z' })

    const merged = mergeUpdates({ status: withStored(3), updates: toUpdates({ endedRuns: [run] }) })

    expect(storedOf(merged)).toBe(10)
  })

  it('should not grow with a run that had ended before they were counted', () => {
    const run = toCounted(7, { id: 2, createdAt: '2025-04-01T12:04:00.000Z' })

    const merged = mergeUpdates({ status: withStored(7), updates: toUpdates({ endedRuns: [run] }) })

    expect(storedOf(merged)).toBe(7)
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
