import { expect, it, vi } from 'vitest'

import { isRefusedError, isSyncError, NotFoundError, RefusedError, SyncError } from './index.js'

it('should be recognised by any copy of the module', async () => {
  vi.resetModules()
  const copy = await import('./index.js')
  const theirs = new copy.NotFoundError('Gone.')

  expect(theirs).not.toBeInstanceOf(SyncError)
  expect(isSyncError(theirs)).toBe(true)
  expect(isSyncError(theirs, 'NOT_FOUND')).toBe(true)
  expect(copy.isSyncError(new NotFoundError('Gone.'))).toBe(true)
  expect(isRefusedError(new copy.RefusedError({ code: 'UNKNOWN_RUN', message: 'No.' }))).toBe(true)
})

it('should be told by its code', () => {
  const refused = new RefusedError({ code: 'RUN_ENDED', message: 'It has ended.' })

  expect(isSyncError(refused, 'RUN_ENDED')).toBe(true)
  expect(isSyncError(refused, 'NOT_FOUND')).toBe(false)
  expect(isRefusedError(refused)).toBe(true)
  expect(isRefusedError(new NotFoundError('Gone.'))).toBe(false)
})

it.each([new Error('NOT_FOUND'), { code: 'NOT_FOUND' }, 'NOT_FOUND', null, undefined])(
  'should not be taken for one of ours: %s',
  (value) => {
    expect(isSyncError(value)).toBe(false)
    expect(isSyncError(value, 'NOT_FOUND')).toBe(false)
  },
)
