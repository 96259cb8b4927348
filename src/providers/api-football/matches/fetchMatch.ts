import type { FetchOneArgs, FoundRecord } from '../../../sdk/index.js'

import { fetchRow } from '../paging/fetchRow.js'
import { withSeasons } from '../rows/withSeasons.js'
import { findSeasonsOf } from './findSeasonsOf.js'

/** One match by its id, with the season it belongs to. */
export const fetchMatch = async ({
  stored,
  ...args
}: FetchOneArgs): Promise<FoundRecord | null> => {
  const found = await fetchRow({ ...args, path: '/fixtures' })
  if (!found) {
    return null
  }
  const rows = [found.record]
  const [record] = withSeasons({ rows, seasonsOf: await findSeasonsOf({ rows, stored }) })
  return { record }
}
