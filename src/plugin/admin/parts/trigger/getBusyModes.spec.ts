import { expect, it } from 'vitest'

import { SYNC_MODES } from '../../../../sdk/index.js'
import { toRun } from '../../run.fixture.js'
import { getBusyModes } from './getBusyModes.js'

const ask = { modes: SYNC_MODES, provider: 'library', resource: 'books' }

it('should leave live work free beside a full run', () => {
  const activeRuns = [toRun({ lane: 'bulk', status: 'running' })]

  expect(getBusyModes({ ...ask, activeRuns })).toEqual(['full', 'incremental'])
})

it('should leave bulk work free beside a live run', () => {
  const activeRuns = [toRun({ lane: 'live', mode: 'live', status: 'queued' })]

  expect(getBusyModes({ ...ask, activeRuns })).toEqual(['live'])
})

it('should not mind the runs of other resources and providers', () => {
  const activeRuns = [toRun({ resource: 'authors' }), toRun({ provider: 'archive' })]

  expect(getBusyModes({ ...ask, activeRuns })).toEqual([])
})
