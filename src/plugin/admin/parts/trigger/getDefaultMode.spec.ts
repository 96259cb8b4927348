import { expect, it } from 'vitest'

import { SYNC_MODES } from '../../../../sdk/index.js'
import { getDefaultMode } from './getDefaultMode.js'

it('should read everything the first time', () => {
  expect(getDefaultMode({ hasSucceeded: false, modes: SYNC_MODES })).toBe('full')
})

it('should read what may have changed later', () => {
  expect(getDefaultMode({ hasSucceeded: true, modes: SYNC_MODES })).toBe('incremental')
})

it('should take what there is', () => {
  expect(getDefaultMode({ hasSucceeded: true, modes: ['full'] })).toBe('full')
  expect(getDefaultMode({ hasSucceeded: false, modes: ['live'] })).toBe('live')
  expect(getDefaultMode({ hasSucceeded: false, modes: [] })).toBeNull()
})
