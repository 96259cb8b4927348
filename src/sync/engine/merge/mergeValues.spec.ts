import { describe, expect, it } from 'vitest'

import type { FieldShape } from './readShape.js'

import { mergeValues } from './mergeValues.js'

type Said = Record<string, unknown>

type MergeArgs = { base?: Said; current?: Said; incoming: Said; stored?: Said }

const field = (type: FieldShape['type'], defaultValue?: unknown): FieldShape => ({
  type,
  defaultValue,
})

const shape = new Map([
  ['active', field('checkbox', false)],
  ['events', field('json')],
  ['homeScore', field('number')],
  ['startsAt', field('date')],
  ['title', field('text')],
  ['venue.city', field('text')],
  ['venue.name', field('text')],
])

const merge = ({ base = {}, current = {}, incoming, stored = {} }: MergeArgs) => {
  const { changes, conflicts } = mergeValues({
    base: new Map(Object.entries(base)),
    current: new Map(Object.entries(current)),
    incoming: new Map(Object.entries(incoming)),
    rowIdOf: () => undefined,
    shape,
    stored: new Map(Object.entries(stored)),
  })
  return { changes: Object.fromEntries(changes), conflicts }
}

const NOTHING = { changes: {}, conflicts: [] }

describe('mergeValues, for a field the provider spoke of before', () => {
  it('should do nothing when nobody changed it', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 1 },
      incoming: { homeScore: 1 },
    })

    expect(merged).toEqual(NOTHING)
  })

  it('should write what only the provider changed', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 1 },
      incoming: { homeScore: 2 },
    })

    expect(merged).toEqual({ changes: { homeScore: 2 }, conflicts: [] })
  })

  it("should take what a hook of the project made of it for nobody's change", () => {
    const merged = merge({
      base: { title: 'celtic' },
      current: { title: 'CELTIC' },
      incoming: { title: 'celtic fc' },
      stored: { title: 'CELTIC' },
    })

    expect(merged).toEqual({ changes: { title: 'celtic fc' }, conflicts: [] })
  })

  it('should keep what only an editor changed', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 5 },
      incoming: { homeScore: 1 },
    })

    expect(merged).toEqual(NOTHING)
  })

  it("should keep an editor's value and tell the conflict when both changed it", () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 5 },
      incoming: { homeScore: 2 },
    })

    expect(merged).toEqual({
      changes: {},
      conflicts: [{ base: 1, current: 5, field: 'homeScore', incoming: 2 }],
    })
  })

  it('should do nothing when both changed it to the same', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 2 },
      incoming: { homeScore: 2 },
    })

    expect(merged).toEqual(NOTHING)
  })

  it('should leave alone what the provider does not mention any more', () => {
    const merged = merge({
      base: { homeScore: 1, title: 'Game' },
      current: { homeScore: 1, title: 'Game' },
      incoming: { title: 'Game' },
    })

    expect(merged).toEqual(NOTHING)
  })

  it('should clear what the provider clears', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 1 },
      incoming: { homeScore: null },
    })

    expect(merged).toEqual({ changes: { homeScore: null }, conflicts: [] })
  })

  it('should tell a conflict when the provider clears what an editor changed', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: 5 },
      incoming: { homeScore: null },
    })

    expect(merged.conflicts).toEqual([{ base: 1, current: 5, field: 'homeScore', incoming: null }])
  })

  it('should keep a field that an editor emptied', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: { homeScore: null },
      incoming: { homeScore: 1 },
    })

    expect(merged).toEqual(NOTHING)
  })

  it('should tell a conflict when the provider changes what an editor emptied', () => {
    const merged = merge({
      base: { homeScore: 1 },
      current: {},
      incoming: { homeScore: 2 },
    })

    expect(merged.conflicts).toEqual([{ base: 1, current: null, field: 'homeScore', incoming: 2 }])
  })

  it('should see a value after null as a change of the provider', () => {
    const merged = merge({
      base: { homeScore: null },
      current: { homeScore: null },
      incoming: { homeScore: 0 },
    })

    expect(merged.changes).toEqual({ homeScore: 0 })
  })
})

describe('mergeValues, for a field the provider never spoke of', () => {
  it.each([
    ['absent', {}],
    ['null', { title: null }],
  ])("should write it where the document's is %s", (_name, current) => {
    expect(merge({ current, incoming: { title: 'Game' } })).toEqual({
      changes: { title: 'Game' },
      conflicts: [],
    })
  })

  it('should write it over the default that Payload filled in', () => {
    const merged = merge({ current: { active: false }, incoming: { active: true } })

    expect(merged).toEqual({ changes: { active: true }, conflicts: [] })
  })

  it("should keep a value of the document's own and tell the conflict", () => {
    const merged = merge({ current: { title: 'My title' }, incoming: { title: 'Game' } })

    expect(merged).toEqual({
      changes: {},
      conflicts: [{ base: null, current: 'My title', field: 'title', incoming: 'Game' }],
    })
  })

  it('should do nothing when the document says the same', () => {
    expect(merge({ current: { title: 'Game' }, incoming: { title: 'Game' } })).toEqual(NOTHING)
  })

  it('should do nothing when the provider says null of an empty field', () => {
    expect(merge({ incoming: { homeScore: null } })).toEqual(NOTHING)
  })
})

describe('mergeValues, for one value written in two ways', () => {
  it('should see no change in a date written another way', () => {
    const merged = merge({
      base: { startsAt: '2026-05-01T12:00:00Z' },
      current: { startsAt: '2026-05-01T12:00:00.000Z' },
      incoming: { startsAt: '2026-05-01T14:00:00+02:00' },
    })

    expect(merged).toEqual(NOTHING)
  })

  it('should take a date for untouched that Payload only wrote another way', () => {
    const merged = merge({
      base: { startsAt: '2026-05-01T12:00:00Z' },
      current: { startsAt: '2026-05-01T12:00:00.000Z' },
      incoming: { startsAt: '2026-05-02T12:00:00Z' },
    })

    expect(merged).toEqual({ changes: { startsAt: '2026-05-02T12:00:00Z' }, conflicts: [] })
  })

  it('should see no change in JSON with its keys in another order', () => {
    const merged = merge({
      base: { events: [{ type: 'goal', minute: 4 }] },
      current: { events: [JSON.parse('{"minute":4,"type":"goal"}') as unknown] },
      incoming: { events: [JSON.parse('{"minute":4,"type":"goal"}') as unknown] },
    })

    expect(merged).toEqual(NOTHING)
  })
})

describe('mergeValues, for several fields', () => {
  it('should judge each on its own, also those of a group', () => {
    const merged = merge({
      base: { homeScore: 1, 'venue.city': 'Paisley', 'venue.name': 'Old ground' },
      current: { homeScore: 1, 'venue.city': 'Glasgow', 'venue.name': 'Old ground' },
      incoming: { homeScore: 2, 'venue.city': 'Leith', 'venue.name': 'New ground' },
    })

    expect(merged).toEqual({
      changes: { homeScore: 2, 'venue.name': 'New ground' },
      conflicts: [{ base: 'Paisley', current: 'Glasgow', field: 'venue.city', incoming: 'Leith' }],
    })
  })

  it('should leave out a field that the collection does not have', () => {
    expect(merge({ incoming: { dropped: 1 } })).toEqual(NOTHING)
  })
})
