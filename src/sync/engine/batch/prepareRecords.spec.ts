import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { SyncDocument } from '../../../sdk/index.js'

import { defineResource, idSchema, reference } from '../../../sdk/index.js'
import { identifyRecord, prepareRecords } from './prepareRecords.js'

const bookSchema = z.looseObject({ id: z.unknown(), name: z.string() })

type Book = z.output<typeof bookSchema>

type PrepareArgs = {
  externalId?: (book: Book) => string
  map?: (book: Book, context: { scope: { branch?: string } }) => SyncDocument
  records: readonly unknown[]
  scope?: { branch: string }
  unsteadyFields?: readonly string[]
  version?: number
}

const prepare = ({
  externalId = ({ id }) => String(id),
  map = ({ name }) => ({ title: name }),
  records,
  scope = { branch: 'main' },
  unsteadyFields,
  version,
}: PrepareArgs) =>
  prepareRecords({
    records,
    resource: defineResource({
      collection: 'books',
      externalId,
      fetchPage: () => Promise.resolve({ records: [] }),
      map,
      schema: bookSchema,
      scopes: { full: () => [] },
      unsteadyFields,
      version,
    }),
    scope,
  })

const prepareOne = (args: Omit<PrepareArgs, 'records'> = {}) => {
  const { prepared, rejected } = prepare({ ...args, records: [{ id: 1, name: 'Book' }] })
  return { prepared: prepared[0], rejected: rejected[0] }
}

describe('prepareRecords, for a record in order', () => {
  it('should map it and name it', () => {
    const { prepared, rejected } = prepare({ records: [{ id: 1, name: 'Book', extra: true }] })

    expect(rejected).toEqual([])
    expect(prepared).toMatchObject([
      { document: { title: 'Book' }, externalId: '1', references: [] },
    ])
  })

  it('should tell the map which scope it is in', () => {
    const { prepared } = prepareOne({
      map: (_book, { scope }) => ({ title: scope.branch }),
      scope: { branch: 'harbour' },
    })

    expect(prepared?.document).toEqual({ title: 'harbour' })
  })

  it('should keep the order of the records', () => {
    const { prepared } = prepare({
      records: [3, 1, 2].map((id) => ({ id, name: 'Book' })),
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
  const austen = reference({ externalId: '53', resource: 'authors', stub: { name: 'Austen' } })
  const renamed = reference({
    externalId: '53',
    resource: 'authors',
    stub: { name: 'Jane Austen' },
  })

  it('should collect them with their stubs and keep them in the document without', () => {
    const { prepared } = prepareOne({ map: () => ({ author: austen }) })

    expect(prepared?.references).toEqual([austen])
    expect(prepared?.document).toStrictEqual({
      author: { externalId: '53', kind: 'sync-reference', resource: 'authors' },
    })
  })

  it('should find them inside groups and lists', () => {
    const publisher = reference({ externalId: '501', resource: 'publishers' })
    const { prepared } = prepareOne({
      map: () => ({ imprint: { publisher }, others: [austen] }),
    })

    expect(prepared?.references).toEqual([publisher, austen])
  })

  it('should see no change in a record because a stub of it changed', () => {
    const before = prepareOne({ map: () => ({ author: austen }) })
    const after = prepareOne({ map: () => ({ author: renamed }) })

    expect(after.prepared?.hash).toBe(before.prepared?.hash)
  })

  it('should see a change when a record points to another', () => {
    const bronte = reference({ externalId: '62', resource: 'authors' })
    const before = prepareOne({ map: () => ({ author: austen }) })
    const after = prepareOne({ map: () => ({ author: bronte }) })

    expect(after.prepared?.hash).not.toBe(before.prepared?.hash)
  })
})

describe('prepareRecords, for the hash', () => {
  it('should not depend on the order of keys', () => {
    const one = prepareOne({ map: () => ({ copies: 1, title: 'Book' }) })
    const other = prepareOne({
      map: () => JSON.parse('{"title":"Book","copies":1}') as SyncDocument,
    })

    expect(other.prepared?.hash).toBe(one.prepared?.hash)
  })

  it('should depend on what the document says, null included', () => {
    const absent = prepareOne({ map: () => ({ copies: undefined }) })
    const cleared = prepareOne({ map: () => ({ copies: null }) })

    expect(cleared.prepared?.hash).not.toBe(absent.prepared?.hash)
  })

  it('should not depend on how an unsteady field is spelled, only on whether it is there', () => {
    const hashOf = (shelf: SyncDocument) =>
      prepareOne({ map: () => ({ shelf, title: 'Book' }), unsteadyFields: ['shelf.city'] }).prepared
        ?.hash

    const long = hashOf({ name: 'A1', city: 'Leith, Edinburgh' })

    expect(hashOf({ name: 'A1', city: 'Leith' })).toBe(long)
    expect(hashOf({ name: 'A1', city: null })).not.toBe(long)
    expect(hashOf({ name: 'B2', city: 'Leith' })).not.toBe(long)
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
      records: [{ id: 1, name: 'Book' }, { id: 2 }, { id: 3, name: 'Book' }],
    })

    expect(prepared.map(({ externalId }) => externalId)).toEqual(['1', '3'])
    expect(rejected.map(({ externalId }) => externalId)).toEqual(['2'])
  })

  it('should say what the map threw', () => {
    const { rejected } = prepareOne({
      map: () => {
        throw new Error('nobody wrote it')
      },
    })

    expect(rejected?.issue).toMatchObject({
      externalId: '1',
      kind: 'invalid',
      message: 'The record could not be mapped: nobody wrote it',
    })
  })

  it('should reject a document that is not JSON', () => {
    const { rejected } = prepareOne({ map: () => ({ copies: 1n }) })

    expect(rejected?.issue).toMatchObject({ externalId: '1', kind: 'invalid' })
  })

  it.each([
    ['an id that is missing', undefined],
    ['an id that is null', null],
    ['an id that is empty', ''],
    ['an id that is not a number', Number.NaN],
    ['an id that is an object', {}],
  ])('should reject %s', (_name, id) => {
    const { prepared, rejected } = prepare({ records: [{ id, name: 'Book' }] })

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
    ['breaks its schema', { id: 7, name: 42 }],
    ['cannot be mapped', { id: 7, name: 'Book' }],
  ])('should know a record by the id that its schema makes text of when it %s', (_case, record) => {
    const resource = defineResource({
      collection: 'books',
      externalId: ({ id }) => id,
      fetchPage: () => Promise.resolve({ records: [] }),
      map: () => {
        throw new Error('nobody wrote it')
      },
      schema: z.looseObject({ id: idSchema, name: z.string() }),
      scopes: { full: () => [] },
    })

    const { rejected } = prepareRecords({ records: [record], resource, scope: {} })

    expect(rejected).toMatchObject([{ externalId: '7', isIdentified: true }])
    expect(identifyRecord({ record, resource })).toBe('7')
  })

  it.each([
    ['nothing', null],
    ['a text', 'Book'],
    ['a list', []],
  ])('should reject %s in place of a record', (_name, record) => {
    const { rejected } = prepare({ externalId: (book) => String(book.id), records: [record] })

    expect(rejected).toMatchObject([{ isIdentified: false, issue: { kind: 'invalid' } }])
  })

  it('should give a record without an id the same name at every run, and others another', () => {
    const nameOf = (name: string): string | undefined =>
      prepare({ records: [{ id: null, name }] }).rejected[0]?.externalId

    expect(nameOf('Book')).toBe(nameOf('Book'))
    expect(nameOf('Another')).not.toBe(nameOf('Book'))
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
