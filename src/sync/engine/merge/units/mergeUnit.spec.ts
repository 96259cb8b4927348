import { describe, expect, it } from 'vitest'

import type { ConflictPolicy } from '../../../../sdk/index.js'
import type { Values } from '../flatten.js'
import type { FieldShape } from '../readShape.js'

import { DEFAULT_RULES } from '../../rules/ResourceRules.js'
import { mergeValues } from '../mergeValues.js'

const number: FieldShape = { type: 'number', defaultValue: undefined }
const shape = new Map(['a', 'b', 'c', 'single'].map((path) => [path, number]))

type MergeArgs = {
  base: object
  current: object
  incoming: object
  locked?: string[]
  policies?: Record<string, ConflictPolicy>
  stored?: object
}

const toValues = (values: object): Values => new Map(Object.entries(values))

const merge = ({ base, current, incoming, locked, policies = {}, stored = {} }: MergeArgs) => {
  const { changes, ...rest } = mergeValues({
    base: toValues(base),
    current: toValues(current),
    incoming: toValues(incoming),
    locked: new Set(locked),
    rowIdOf: () => undefined,
    rules: { ...DEFAULT_RULES, fieldPolicies: policies, mergeTogether: [['a', 'b', 'c']] },
    shape,
    stored: toValues(stored),
  })
  return { ...rest, changes: Object.fromEntries(changes) }
}

const BASE = { a: 1, b: 1, c: 1, single: 1 }

describe('fields that are one', () => {
  it('should be written where only the provider changed them', () => {
    expect(merge({ base: BASE, current: BASE, incoming: { a: 2, c: 3, single: 2 } })).toEqual({
      changes: { a: 2, c: 3, single: 2 },
      conflicts: [],
      differing: [],
      overwritten: [],
    })
  })

  it('should stay where only an editor changed them', () => {
    expect(merge({ base: BASE, current: { ...BASE, a: 7 }, incoming: BASE })).toEqual({
      changes: {},
      conflicts: [],
      differing: ['a'],
      overwritten: [],
    })
  })

  it('should stay as they are where each side changed another one', () => {
    const merged = merge({ base: BASE, current: { ...BASE, a: 7 }, incoming: { ...BASE, b: 2 } })

    expect(merged).toMatchObject({ changes: {}, differing: ['a', 'b'], overwritten: [] })
    expect(merged.conflicts).toEqual([
      { base: 1, current: 7, field: 'a', incoming: 1 },
      { base: 1, current: 1, field: 'b', incoming: 2 },
    ])
  })

  it('should stay where an editor changed one that is not spoken of now', () => {
    const current = { ...BASE, a: 7 }

    expect(merge({ base: BASE, current, incoming: { b: 2 } })).toMatchObject({
      changes: {},
      conflicts: [{ field: 'b' }],
    })
  })

  it('should be written where the editor said the same as the provider', () => {
    const current = { ...BASE, a: 2 }

    expect(merge({ base: BASE, current, incoming: { a: 2, b: 2, c: 1 } })).toMatchObject({
      changes: { b: 2 },
      conflicts: [],
      differing: [],
    })
  })

  it('should all be written by the policy of the provider', () => {
    const policies = { a: 'provider', b: 'provider', c: 'provider' } as const
    const current = { ...BASE, a: 7 }

    expect(merge({ base: BASE, current, incoming: { ...BASE, b: 2 }, policies })).toMatchObject({
      changes: { a: 1, b: 2 },
      conflicts: [],
      differing: [],
      overwritten: [{ current: 7, field: 'a' }, { field: 'b' }],
    })
  })

  it('should follow the most careful policy among them', () => {
    const policies = { a: 'provider', b: 'provider' } as const
    const current = { ...BASE, a: 7 }

    expect(merge({ base: BASE, current, incoming: { ...BASE, b: 2 }, policies })).toMatchObject({
      changes: {},
      conflicts: [{ field: 'a' }, { field: 'b' }],
    })
  })

  it('should not be written while one of them is locked', () => {
    const incoming = { ...BASE, b: 2, single: 2 }

    expect(merge({ base: BASE, current: BASE, incoming, locked: ['c', 'single'] })).toEqual({
      changes: {},
      conflicts: [],
      differing: ['b', 'single'],
      overwritten: [],
    })
  })

  it("should not take what a hook made of a value for an editor's", () => {
    const current = { ...BASE, a: 10 }

    expect(
      merge({ base: BASE, current, incoming: { ...BASE, b: 2 }, stored: { a: 10 } }),
    ).toMatchObject({ changes: { b: 2 }, conflicts: [], differing: ['a'] })
  })
})

describe('the policy of a field by itself', () => {
  it.each([
    ['ask', 7, 1],
    ['editor', 7, 1],
    ['provider', 2, 0],
  ] as const)('should be "%s"', (policy, expected, conflicts) => {
    const merged = merge({
      base: BASE,
      current: { ...BASE, single: 7 },
      incoming: { single: 2 },
      policies: { single: policy },
    })

    expect({ ...BASE, single: 7, ...merged.changes }).toMatchObject({ single: expected })
    expect([merged.conflicts.length, merged.overwritten.length]).toEqual([conflicts, 1 - conflicts])
  })
})
