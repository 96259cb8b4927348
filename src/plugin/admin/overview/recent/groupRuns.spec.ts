import { describe, expect, it } from 'vitest'

import { toRun } from '../../run.fixture.js'
import { groupRuns } from './groupRuns.js'

const at = (second: number): string => new Date(Date.UTC(2025, 3, 1, 12, 0, second)).toISOString()

const toIds = (groups: ReturnType<typeof groupRuns>) =>
  groups.map(({ runs }) => runs.map(({ id }) => id))

describe('groupRuns', () => {
  it('should put together what was asked for together, also where others came between', () => {
    const runs = [
      toRun({ id: 4, createdAt: at(2), resource: 'authors' }),
      toRun({ id: 3, createdAt: at(1), provider: 'archive' }),
      toRun({ id: 2, createdAt: at(0), resource: 'books' }),
    ]

    expect(toIds(groupRuns(runs))).toEqual([[4, 2], [3]])
  })

  it.each([
    ['another mode', { mode: 'incremental' as const }],
    ['another connection', { connection: 'other' }],
    ['something else that asked', { trigger: 'schedule' as const }],
    ['the same resource again', { resource: 'books' }],
    ['another time', { createdAt: at(30) }],
  ])('should keep apart what differs by %s', (_, change) => {
    const runs = [
      toRun({ id: 2, createdAt: at(0), resource: 'authors', ...change }),
      toRun({ id: 1, createdAt: at(0), resource: 'books' }),
    ]

    expect(toIds(groupRuns(runs))).toEqual([[2], [1]])
  })

  it('should keep two whole syncs apart that follow each other at once', () => {
    const resources = ['authors', 'books']
    const runs = [3, 2, 1, 0].map((id) =>
      toRun({ id, createdAt: at(id), resource: resources[id % 2]! }),
    )

    expect(toIds(groupRuns(runs))).toEqual([
      [3, 2],
      [1, 0],
    ])
  })
})
