import type { Run } from '../../sync/run/Run.js'

import { DEFAULT_CONNECTION } from '../../sdk/connections/Connection.js'

/** A completed run, but for what is said otherwise. */
export const toRun = (changes: Partial<Run> = {}): Run => ({
  id: 1,
  attempt: 1,
  connection: DEFAULT_CONNECTION,
  counts: {
    conflicts: 0,
    created: 0,
    deferred: 0,
    fetched: 0,
    invalid: 0,
    missing: 0,
    unchanged: 0,
    updated: 0,
  },
  createdAt: '2025-04-01T12:00:00.000Z',
  error: null,
  finishedAt: '2025-04-01T12:01:00.000Z',
  initiatedBy: null,
  lane: 'bulk',
  mode: 'full',
  priority: 'normal',
  progress: {
    label: null,
    page: null,
    recordsDone: 0,
    recordsTotal: null,
    scopesDone: 1,
    scopesTotal: 1,
  },
  provider: 'library',
  requests: 1,
  resource: 'books',
  retryAt: null,
  scheduled: null,
  startedAt: '2025-04-01T12:00:00.000Z',
  status: 'completed',
  trigger: 'manual',
  ...changes,
})
