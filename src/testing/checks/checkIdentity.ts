import { isDeepStrictEqual } from 'node:util'

import type { CaseCheck } from '../Check.js'
import type { ReadRecord } from '../reading/openCase.js'

/** Every id is text, the same when it is asked for again, and names one thing in its scope. */
export const checkIdentity: CaseCheck = ({ clean, open: { resource } }) =>
  clean.scopes.flatMap(({ pages, scope }) => {
    const known = new Map<unknown, ReadRecord>()
    return pages
      .flatMap(({ records }) => records)
      .flatMap((record) => {
        const { document, externalId, parsed } = record
        const where = `scope ${scope.key}, record ${JSON.stringify(externalId)}`
        if (typeof externalId !== 'string' || externalId.trim() === '') {
          return [`${where}: its id is no text`]
        }
        if (resource.externalId(parsed) !== externalId) {
          return [`${where}: its id is another one when it is asked for again`]
        }
        const other = known.get(externalId)
        known.set(externalId, record)
        return other && !isDeepStrictEqual(other.document, document)
          ? [`${where}: two records that differ have this id`]
          : []
      })
  })
