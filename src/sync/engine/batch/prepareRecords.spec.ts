import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { SyncDocument } from '../../../sdk/index.js'

import { defineResource, reference } from '../../../sdk/index.js'
import { prepareRecords } from './prepareRecords.js'

const gameSchema = z.looseObject({ id: z.unknown(), name: z.string() })

type Game = z.output<typeof gameSchema>

type PrepareArgs = {
  externalId?: (game: Game) => string
  map?: (game: Game, context: { scope: { season?: string } }) => SyncDocument
  records: readonly unknown[]
  scope?: { season: string }
  unsteadyFields?: readonly string[]
  version?: number
}

const prepare = ({
  externalId = ({ id }) => String(id),
  map = ({ name }) => ({ title: name }),
  records,
  scope = { season: '2026' },
  unsteadyFields,
  version,
}: PrepareArgs) =>
  prepareRecords({
    records,
    resource: defineResource({
      collection: 'matches',
      externalId,
      fetchPage: () => Promise.resolve({ records: [] }),
      map,
      schema: gameSchema,
      scopes: { full: () => [] },
      unsteadyFields,
      version,
    }),
    scope,
  })

const prepareOne = (args: Omit<PrepareArgs, 'records'> = {}) => {
  const { prepared, rejected } = prepare({ ...args, records: [{ id: 1, name: 'Game' }] })
  return { prepared: prepared[0], rejected: rejected[0] }
}

describe('prepareRecords, for a record in order', () => {
  it('should map it and name it', () => {
    const { prepared, rejected } = prepare({ records: [{ id: 1, name: 'Game', extra: true }] })

    expect(rejected).toEqual([])
    expect(prepared).toMatchObject([
      { document: { title: 'Game' }, externalId: '1', references: [] },
    ])
  })

  it('should tell the map which scope it is in', () => {
    const { prepared } = prepareOne({
      map: (_game, { scope }) => ({ title: scope.season }),
      scope: { season: '2027' },
    })

    expect(prepared?.document).toEqual({ title: '2027' })
  })

  it('should keep the order of the records', () => {
    const { prepared } = prepare({
      records: [3, 1, 2].map((id) => ({ id, name: 'Game' })),
    })

    expect(prepared.map(({ externalId }) => externalId)).toEqual(['3', '1', '2'])
  })

  it('should hold the document as JSON gives it back', () => {
    const { prepared } = prepareOne({
      map: () => ({
        nested: { gone: undefined, kept: null },
        startsAt: new Date('2026-05-01T12:00:00Z'),
        title: undefined,
      }),
    })

    expect(prepared?.document).toStrictEqual({
      nested: { kept: null },
      startsAt: '2026-05-01T12:00:00.000Z',
    })
  })
})

describe('prepareRecords, for references', () => {
  const celtic = reference({ externalId: '53', resource: 'teams', stub: { name: 'Celtic' } })
  const renamed = reference({ externalId: '53', resource: 'teams', stub: { name: 'Celtic FC' } })

  it('should collect them with their stubs and keep them in the document without', () => {
    const { prepared } = prepareOne({ map: () => ({ homeTeam: celtic }) })

    expect(prepared?.references).toEqual([celtic])
    expect(prepared?.document).toStrictEqual({
      homeTeam: { externalId: '53', kind: 'sync-reference', resource: 'teams' },
    })
  })

  it('should find them inside groups and lists', () => {
    const league = reference({ externalId: '501', resource: 'leagues' })
    const { prepared } = prepareOne({
      map: () => ({ competition: { league }, teams: [celtic] }),
    })

    expect(prepared?.references).toEqual([league, celtic])
  })

  it('should see no change in a record because a stub of it changed', () => {
    const before = prepareOne({ map: () => ({ homeTeam: celtic }) })
    const after = prepareOne({ map: () => ({ homeTeam: renamed }) })

    expect(after.prepared?.hash).toBe(before.prepared?.hash)
  })

  it('should see a change when a record points to another', () => {
    const rangers = reference({ externalId: '62', resource: 'teams' })
    const before = prepareOne({ map: () => ({ homeTeam: celtic }) })
    const after = prepareOne({ map: () => ({ homeTeam: rangers }) })

    expect(after.prepared?.hash).not.toBe(before.prepared?.hash)
  })
})

describe('prepareRecords, for the hash', () => {
  it('should not depend on the order of keys', () => {
    const one = prepareOne({ map: () => ({ homeScore: 1, title: 'Game' }) })
    const other = prepareOne({
      map: () => JSON.parse('{"title":"Game","homeScore":1}') as SyncDocument,
    })

    expect(other.prepared?.hash).toBe(one.prepared?.hash)
  })

  it('should depend on what the document says, null included', () => {
    const absent = prepareOne({ map: () => ({ homeScore: undefined }) })
    const cleared = prepareOne({ map: () => ({ homeScore: null }) })

    expect(cleared.prepared?.hash).not.toBe(absent.prepared?.hash)
  })

  it('should not depend on how an unsteady field is spelled, only on whether it is there', () => {
    const hashOf = (venue: SyncDocument) =>
      prepareOne({ map: () => ({ title: 'Game', venue }), unsteadyFields: ['venue.city'] }).prepared
        ?.hash

    const long = hashOf({ name: 'SoFi', city: 'Inglewood, California' })

    expect(hashOf({ name: 'SoFi', city: 'Inglewood' })).toBe(long)
    expect(hashOf({ name: 'SoFi', city: null })).not.toBe(long)
    expect(hashOf({ name: 'Rose Bowl', city: 'Inglewood' })).not.toBe(long)
  })

  it('should depend on the version of the mapping', () => {
    const before = prepareOne({ version: 1 })
    const after = prepareOne({ version: 2 })

    expect(after.prepared?.hash).not.toBe(before.prepared?.hash)
  })
})

describe('prepareRecords, for a record that cannot be stored', () => {
  it('should say what is wrong with one that breaks its schema, and where', () => {
    const { prepared, rejected } = prepare({ records: [{ id: 1, name: 42 }] })

    expect(prepared).toEqual([])
    expect(rejected).toMatchObject([
      {
        externalId: '1',
        isIdentified: true,
        issue: {
          details: { problems: [{ path: 'name' }] },
          documentId: null,
          externalId: '1',
          kind: 'invalid',
          message: expect.stringContaining('does not have the expected shape'),
        },
      },
    ])
  })

  it('should prepare the others all the same', () => {
    const { prepared, rejected } = prepare({
      records: [{ id: 1, name: 'Game' }, { id: 2 }, { id: 3, name: 'Game' }],
    })

    expect(prepared.map(({ externalId }) => externalId)).toEqual(['1', '3'])
    expect(rejected.map(({ externalId }) => externalId)).toEqual(['2'])
  })

  it('should say what the map threw', () => {
    const { rejected } = prepareOne({
      map: () => {
        throw new Error('no participant is at home')
      },
    })

    expect(rejected?.issue).toMatchObject({
      externalId: '1',
      kind: 'invalid',
      message: 'The record could not be mapped: no participant is at home',
    })
  })

  it('should reject a document that is not JSON', () => {
    const { rejected } = prepareOne({ map: () => ({ homeScore: 1n }) })

    expect(rejected?.issue).toMatchObject({ externalId: '1', kind: 'invalid' })
  })

  it.each([
    ['an id that is missing', undefined],
    ['an id that is null', null],
    ['an id that is empty', ''],
    ['an id that is not a number', Number.NaN],
    ['an id that is an object', {}],
  ])('should reject %s', (_name, id) => {
    const { prepared, rejected } = prepare({ records: [{ id, name: 'Game' }] })

    expect(prepared).toEqual([])
    expect(rejected).toMatchObject([
      {
        externalId: expect.stringMatching(/^unidentified-/),
        isIdentified: false,
        issue: { message: expect.stringContaining('no usable id') },
      },
    ])
  })

  it('should reject an id that is not text, as JavaScript can give it', () => {
    const { prepared, rejected } = prepareOne({ externalId: () => 7 as unknown as string })

    expect(prepared).toBeUndefined()
    expect(rejected).toMatchObject({ isIdentified: false })
  })

  it.each([
    ['nothing', null],
    ['a text', 'Game'],
    ['a list', []],
  ])('should reject %s in place of a record', (_name, record) => {
    const { rejected } = prepare({ externalId: (game) => String(game.id), records: [record] })

    expect(rejected).toMatchObject([{ isIdentified: false, issue: { kind: 'invalid' } }])
  })

  it('should give a record without an id the same name at every run, and others another', () => {
    const nameOf = (name: string): string | undefined =>
      prepare({ records: [{ id: null, name }] }).rejected[0]?.externalId

    expect(nameOf('Game')).toBe(nameOf('Game'))
    expect(nameOf('Another')).not.toBe(nameOf('Game'))
  })

  it('should keep the message of a record with a thousand mistakes short', () => {
    const { rejected } = prepareOne({
      map: () => {
        throw new Error('x'.repeat(5000))
      },
    })

    expect(rejected?.issue.message.length).toBeLessThanOrEqual(2000)
  })
})
