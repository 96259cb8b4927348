import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Marked } from '../../store/records/marked/findMarked.js'

import { loadSync } from '../../engine/Sync.js'
import { findMarked } from '../../store/records/marked/findMarked.js'

/** What of a collection is missing at its provider, and what waits for its own record. */
export type CollectionMarks = { missing: Marked; stubs: Marked }

type GetCollectionMarksArgs = {
  /** Slug. */
  collection: string
  payload: Payload
  /** @default 'all' */
  sight?: Sight
}

/** What of a collection is missing at its provider, or waits for its own record. */
export const getCollectionMarks = async ({
  collection,
  payload,
  sight = 'all',
}: GetCollectionMarksArgs): Promise<CollectionMarks> =>
  await findMarked({ collection, database: (await loadSync({ payload })).database, sight })
