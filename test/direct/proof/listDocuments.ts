import fc from 'fast-check'

type ListDocument = Record<string, unknown>
type ListFieldsArgs = { hasFiles: boolean; targets: readonly number[]; user: number }

/** Nearly always what a field takes, sometimes nothing, and rarely what it does not take. */
const orOdd = <T>(usual: fc.Arbitrary<T>, ...odd: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: usual as fc.Arbitrary<unknown>, weight: 400 },
    { arbitrary: fc.constant(null), weight: 25 },
    { arbitrary: fc.constantFrom(null, ...odd), weight: 1 },
  )

const mostly = <T>(usual: fc.Arbitrary<T>, odd: T): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 300 }, { arbitrary: fc.constant(odd), weight: 1 })

const words = fc.string({ maxLength: 10, minLength: 1 })
const listOf = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { maxLength: 3 })
const moods = fc.subarray(['calm', 'loud'])

const tracksOf = (targets: readonly number[]) =>
  listOf(
    fc.record(
      {
        caption: words,
        inner: listOf(fc.record({ label: words })),
        length: orOdd(fc.nat()),
        moods,
        target: fc.constantFrom(...targets),
        title: mostly(words, ''),
        words: listOf(words),
      },
      { requiredKeys: ['title'] },
    ),
  )

const layoutOf = (targets: readonly number[]) =>
  listOf(
    fc.oneof(
      fc.record(
        { blockType: fc.constant('quote'), caption: words, moods, text: words },
        { requiredKeys: ['blockType'] },
      ),
      fc.record(
        {
          blockType: fc.constant('gallery'),
          items: listOf(fc.record({ label: words })),
          targets: fc.subarray([...targets]),
        },
        { requiredKeys: ['blockType'] },
      ),
    ),
  )

/** Random values for the fields of a collection of lists; what is left out was not said. */
const listFields = ({ hasFiles, targets, user }: ListFieldsArgs): fc.Arbitrary<ListDocument> => {
  const either = fc.oneof(
    fc.record({ relationTo: fc.constant('proofTargets'), value: fc.constantFrom(...targets) }),
    fc.record({ relationTo: fc.constant('users'), value: fc.constant(user) }),
  )
  return fc.record(
    {
      code: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 40 },
        { arbitrary: fc.constantFrom('one', 'two'), weight: 1 },
      ),
      count: orOdd(fc.oneof(fc.integer({ max: 10, min: 4 }), fc.double({ max: 9, min: -9 })), 'x'),
      day: orOdd(fc.constantFrom('2024-05-01T10:00:00.000Z', '2024-05-01'), 'soon'),
      either: orOdd(either),
      extra: orOdd(fc.jsonValue()),
      home: fc.record(
        { place: words, rooms: listOf(fc.record({ room: words })) },
        { requiredKeys: [] },
      ),
      kinds: orOdd(fc.subarray(['a', 'b', 'c']), ['d']),
      layout: orOdd(layoutOf(targets)),
      names: orOdd(listOf(words)),
      note: orOdd(fc.string({ maxLength: 20, unit: 'grapheme' }), 'a\u0000b'),
      parts: orOdd(listOf(fc.record({ part: words }))),
      scores: orOdd(listOf(fc.double({ max: 99, min: -99, noNaN: true }))),
      several: orOdd(listOf(either)),
      tags: orOdd(listOf(words), 'no list'),
      targets: orOdd(fc.subarray([...targets]), [999_999]),
      tracks: orOdd(tracksOf(targets)),
      ...(hasFiles && { alt: words, filesize: fc.nat(), mimeType: fc.constant('image/png') }),
    },
    { requiredKeys: [] },
  )
}

/** A document to create. */
export const listDocuments = (args: ListFieldsArgs): fc.Arbitrary<ListDocument> =>
  fc
    .tuple(listFields(args), orOdd(words, 'throw', ''))
    .map(([fields, title]) => ({ ...fields, provider: 'proof', title: title ?? 'none' }))

/** What is changed in one. Groups are whole, as the sync writes them. */
export const listChanges = (args: ListFieldsArgs): fc.Arbitrary<ListDocument> =>
  fc
    .tuple(listFields(args), fc.option(orOdd(words, 'throw'), { nil: undefined }))
    .map(([fields, title]) => ({ ...fields, ...(title != null && { title }) }))
