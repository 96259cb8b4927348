import { isDeepStrictEqual } from 'node:util'

import type { CaseCheck } from '../Check.js'

import { countRecords } from '../reading/compareReads.js'

/**
 * The answers can be read to the end, and there is something in them to put to the other checks.
 */
export const checkRead: CaseCheck = ({ clean }) => {
  if (clean.failure) {
    return [`the read failed: ${String(clean.failure.error)}`]
  }
  const invalid = clean.scopes.flatMap(({ pages, scope }) =>
    pages.flatMap((page) => page.invalid.map((reason) => `scope ${scope.key}: ${reason}`)),
  )
  return countRecords(clean) === 0 && invalid.length === 0
    ? ['the answers bring no record, so nothing was looked at']
    : invalid
}

/** A second read of the same answers brings the same: scopes, pages, records and documents. */
export const checkSecondRead: CaseCheck = async ({ clean, open }) => {
  const second = await open.read()
  if (second.scopes.length !== clean.scopes.length) {
    return [`the second read has ${second.scopes.length} scopes, the first ${clean.scopes.length}`]
  }
  return clean.scopes.flatMap((first, index) =>
    isDeepStrictEqual(first, second.scopes[index])
      ? []
      : [`scope ${first.scope.key}: the second read is not as the first`],
  )
}
