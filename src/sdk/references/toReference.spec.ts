import { describe, expect, it } from 'vitest'

import { reference } from './Reference.js'
import { referencedId } from './referencedId.js'
import { toReference } from './toReference.js'

describe('toReference', () => {
  it('should point to a record by its id as text, with what is enough to create it', () => {
    expect(toReference({ id: 7, resource: 'shelves', stub: { name: 'Sea' } })).toEqual({
      externalId: '7',
      kind: 'sync-reference',
      resource: 'shelves',
      stub: { name: 'Sea' },
    })
    expect(toReference({ id: 'a7', resource: 'shelves' })).not.toHaveProperty('stub')
  })

  it('should keep absent and null apart', () => {
    expect(toReference({ id: undefined, resource: 'shelves' })).toBeUndefined()
    expect(toReference({ id: null, resource: 'shelves' })).toBeNull()
  })
})

describe('referencedId', () => {
  it.each([
    [reference({ externalId: '7', resource: 'shelves' }), '7'],
    ['7', '7'],
    [7, '7'],
    [null, undefined],
    [undefined, undefined],
    [{ id: 7 }, undefined],
  ])('should read %j as %j', (value, expected) => {
    expect(referencedId(value)).toBe(expected)
  })
})
