import fc from 'fast-check'

type ProofDocument = Record<string, unknown>

/** Nearly always what a field takes, and sometimes what it does not. */
const orOdd = <T>(usual: fc.Arbitrary<T>, ...odd: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: usual as fc.Arbitrary<unknown>, weight: 120 },
    { arbitrary: fc.constant(null), weight: 8 },
    { arbitrary: fc.constantFrom(null, ...odd), weight: 1 },
  )

const moments = fc
  .date({ max: new Date('2100-01-01'), min: new Date('1950-01-01'), noInvalidDate: true })
  .chain((date) =>
    fc.constantFrom<unknown>(date.toISOString(), `${date.toISOString().slice(0, 19)}+02:00`),
  )

const words = fc.string({ maxLength: 12, minLength: 2 })
const foreign = fc.string({ maxLength: 20, unit: 'grapheme' })

type ProofFieldsArgs = { targets: readonly number[] }

/** Random values for the fields of a proof collection; what is left out was not said. */
const proofFields = ({ targets }: ProofFieldsArgs): fc.Arbitrary<ProofDocument> =>
  fc.record(
    {
      slug: orOdd(words, ''),
      body: fc.constantFrom(null, undefined),
      code: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 9 },
        { arbitrary: fc.constantFrom('one', 'two'), weight: 1 },
      ),
      color: orOdd(words, 'red', ''),
      count: orOdd(
        fc.oneof(fc.integer({ max: 12, min: -3 }), fc.double({ max: 99, min: -99 })),
        '5',
      ),
      day: orOdd(moments, '', 'soon', '2024-05-01'),
      details: fc.record({ remark: orOdd(words, ''), secret: orOdd(words) }, { requiredKeys: [] }),
      extra: orOdd(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()))),
      home: fc.record(
        {
          name: orOdd(words),
          inner: fc.record({ seen: orOdd(moments) }, { requiredKeys: [] }),
          score: orOdd(fc.nat(), 1.5),
        },
        { requiredKeys: [] },
      ),
      isOpen: orOdd(fc.boolean(), 'true', ''),
      kind: orOdd(fc.constantFrom('a', 'b', 'c'), 'd'),
      level: orOdd(fc.constantFrom('x', 'y')),
      made: orOdd(words),
      mail: orOdd(fc.constant('a@example.com'), 'no mail'),
      note: orOdd(foreign, '', 'a\u0000b'),
      source: orOdd(fc.string()),
      target: orOdd(fc.constantFrom(...targets), '', 999_999),
    },
    { requiredKeys: [] },
  )

/** A document to create. */
export const proofDocuments = (args: ProofFieldsArgs): fc.Arbitrary<ProofDocument> =>
  fc
    .tuple(proofFields(args), orOdd(words, 'throw', '', 'x'))
    .map(([fields, title]) => ({ ...fields, provider: 'proof', title }))

/** What is changed in one. Groups are whole, as the sync writes them. */
export const proofChanges = (args: ProofFieldsArgs): fc.Arbitrary<ProofDocument> =>
  fc
    .tuple(proofFields(args), fc.option(orOdd(words, 'throw'), { nil: undefined }))
    .map(([fields, title]) => ({ ...fields, ...(title !== undefined && { title }) }))
