import type { FieldHook } from 'payload'

import { expect, it } from 'vitest'

import { buildRunTitle } from './buildRunTitle.js'

const call = (args: Record<string, unknown>): unknown =>
  buildRunTitle(args as unknown as Parameters<FieldHook>[0])

it('should name a run after its provider, resource and mode', () => {
  expect(call({ data: { mode: 'full', provider: 'library', resource: 'books' } })).toBe(
    'library / books / full',
  )
})

it('should keep the title a run has', () => {
  expect(call({ data: { status: 'running' }, value: 'library / books / full' })).toBe(
    'library / books / full',
  )
})
