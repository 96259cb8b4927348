import { describe, expect, it } from 'vitest'

import type { FieldShape, Shape } from '../merge/readShape.js'
import type { Replaced } from './Replaced.js'

import { findStale } from './findStale.js'
import { noteReplaced } from './noteReplaced.js'
import { MOST_REPLACEMENTS } from './Replaced.js'
import { toValueKey } from './toValueKey.js'

const toField = (type: FieldShape['type']): FieldShape => ({
  type,
  defaultValue: undefined,
})

const shape: Shape = new Map([
  ['score', toField('number')],
  ['team', toField('relationship')],
  ['when', toField('date')],
])

const toMoment = (minute: number): string =>
  new Date(Date.UTC(2026, 4, 1, 12, minute)).toISOString()

type WriteArgs = { from: number; path?: string; replaced?: Replaced; said?: number; was: unknown }

/** A sync that writes a minute after the document was last saved. */
const write = ({ from, path = 'score', replaced = {}, said, was }: WriteArgs): Replaced =>
  noteReplaced({
    at: toMoment(from + 1),
    base: new Map(said === undefined ? [] : [[path, said]]),
    changed: [path],
    current: new Map([[path, was]]),
    from: toMoment(from),
    replaced,
    shape,
  })

type FindArgs = {
  holds: unknown
  path?: string
  readAt: null | string
  replaced: Replaced
  sent: unknown
}

const find = ({ holds, path = 'score', readAt, replaced, sent }: FindArgs) =>
  findStale({
    current: new Map([[path, holds]]),
    readAt,
    replaced,
    sent: new Map([[path, sent]]),
    shape,
  })

const NOTHING = { contested: [], stale: [] }

describe('findStale', () => {
  const replaced = write({ from: 0, said: 0, was: 0 })

  it('should take a value that was replaced since for nobody’s change', () => {
    expect(find({ holds: 1, readAt: toMoment(0), replaced, sent: 0 })).toEqual({
      contested: [],
      stale: ['score'],
    })
  })

  it('should leave a form alone that was opened after the sync wrote', () => {
    expect(find({ holds: 1, readAt: toMoment(1), replaced, sent: 0 })).toEqual(NOTHING)
  })

  it('should tell that both changed a field, and what the provider had said', () => {
    expect(find({ holds: 1, readAt: toMoment(0), replaced, sent: 5 })).toEqual({
      contested: [{ path: 'score', said: 0 }],
      stale: [],
    })
  })

  it('should leave alone what already holds what is sent', () => {
    expect(find({ holds: 1, readAt: toMoment(0), replaced, sent: 1 })).toEqual(NOTHING)
  })

  it('should compare with what the document held when it was read, not with what came later', () => {
    const twice = write({ from: 1, replaced, said: 1, was: 1 })

    expect(find({ holds: 2, readAt: toMoment(0), replaced: twice, sent: 0 }).stale).toEqual([
      'score',
    ])
    expect(find({ holds: 2, readAt: toMoment(0), replaced: twice, sent: 1 }).contested).toEqual([
      { path: 'score', said: 0 },
    ])
  })

  it('should know by any replaced value what was sent back without its moment', () => {
    const twice = write({ from: 1, replaced, said: 1, was: 1 })

    expect(find({ holds: 2, readAt: null, replaced: twice, sent: 1 }).stale).toEqual(['score'])
    expect(find({ holds: 2, readAt: null, replaced: twice, sent: 7 })).toEqual(NOTHING)
  })

  it('should know by the write that followed on it what was saved by a clock that is ahead', () => {
    // Saved at minute 30 by a machine whose clock is ahead; the syncs wrote at 1 and at 2.
    const ahead: Replaced = {
      ...write({ from: 1, path: 'when', was: toMoment(0) }),
      score: [{ ...replaced.score![0]!, from: toMoment(30) }],
    }

    expect(
      find({
        holds: toMoment(9),
        path: 'when',
        readAt: toMoment(30),
        replaced: ahead,
        sent: toMoment(0),
      }).stale,
    ).toEqual(['when'])
  })

  it('should take a field for nobody’s change that was replaced more often than is remembered', () => {
    let often: Replaced = {}
    for (let minute = 0; minute < MOST_REPLACEMENTS + 5; minute += 1) {
      often = write({ from: minute, replaced: often, said: minute, was: minute })
    }

    expect(often.score).toHaveLength(MOST_REPLACEMENTS)
    expect(find({ holds: 500, readAt: toMoment(0), replaced: often, sent: 0 }).stale).toEqual([
      'score',
    ])
  })
})

describe('toValueKey', () => {
  it.each<[FieldShape['type'], unknown, unknown]>([
    ['text', null, ''],
    ['text', undefined, null],
    ['checkbox', false, null],
    ['number', 3, '3'],
    ['date', '2026-05-01T12:00:00.000Z', '2026-05-01T14:00:00+02:00'],
    ['date', new Date('2026-05-01T12:00:00.000Z'), '2026-05-01T12:00:00.000Z'],
    ['relationship', 7, { id: 7, name: 'The whole document' }],
    ['relationship', [7, 8], [{ id: 7 }, '8']],
    ['relationship', { relationTo: 'teams', value: 7 }, { relationTo: 'teams', value: { id: 7 } }],
    ['array', [{ id: 'a', note: null, price: 1 }], [{ id: 'a', price: 1 }]],
    ['json', { a: 1, b: 2 }, { a: 1, b: 2 }],
  ])('should be one for %s %j and %j', (type, a, b) => {
    expect(toValueKey({ field: { type }, value: a })).toBe(
      toValueKey({ field: { type }, value: b }),
    )
  })

  it.each<[FieldShape['type'], unknown, unknown]>([
    ['number', 0, null],
    ['text', 'a', 'b'],
    ['relationship', 7, 8],
    ['relationship', { relationTo: 'teams', value: 7 }, { relationTo: 'players', value: 7 }],
    ['array', [{ price: 1 }], [{ price: 2 }]],
  ])('should differ for %s %j and %j', (type, a, b) => {
    expect(toValueKey({ field: { type }, value: a })).not.toBe(
      toValueKey({ field: { type }, value: b }),
    )
  })
})
