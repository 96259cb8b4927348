import type { PayloadRequest } from 'payload'

import { NAMESPACE } from './createLabels.js'

/**
 * Is told of new documents that are about to be stored together, before their hooks run one after
 * the other: so that what each of them would ask the database for is asked once for all.
 */
export type PrepareMany = (args: {
  documents: readonly Readonly<Record<string, unknown>>[]
  /** The same that the hooks get. */
  req: PayloadRequest
}) => Promise<void>

/**
 * Marks a field that a `beforeValidate` hook of its collection fills when it is empty, and leaves
 * alone after that, such as a slug: `custom: GIVEN_ONCE`. No provider says its value. A document
 * that was stored before the collection had the field is written once more by the next sync that
 * reads its record, so that the hook fills it.
 */
export const GIVEN_ONCE = { [NAMESPACE]: { isGivenOnce: true } } as const

type PrepareManyArgs = { prepareMany: PrepareMany }

/** As `GIVEN_ONCE`, for a field whose hook can be helped with many documents. */
export const givenOnce = ({ prepareMany }: PrepareManyArgs) => ({
  [NAMESPACE]: { isGivenOnce: true, prepareMany },
})

type Custom = Record<string, unknown> | undefined

/** What a field wants to do before many documents are stored; `undefined` for most. */
export const findPrepareMany = (custom: Custom): PrepareMany | undefined =>
  (custom?.[NAMESPACE] as Partial<PrepareManyArgs> | undefined)?.prepareMany

/** Whether the `custom` of a field marks it as one that a hook fills once. */
export const isGivenOnce = (custom: Custom): boolean => {
  const marks = custom?.[NAMESPACE]
  return (
    typeof marks === 'object' &&
    marks !== null &&
    'isGivenOnce' in marks &&
    marks.isGivenOnce === true
  )
}
