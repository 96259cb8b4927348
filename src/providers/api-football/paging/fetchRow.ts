import type { FetchOneArgs, FoundRecord } from '../../../sdk/index.js'

import { fetchList } from './fetchList.js'

type FetchRowArgs = { path: string } & Pick<FetchOneArgs, 'externalId' | 'http' | 'signal'>

/** One record by its id, as the list of one that the provider makes of it. `null` for an empty one. */
export const fetchRow = async ({
  externalId,
  path,
  ...args
}: FetchRowArgs): Promise<FoundRecord | null> => {
  const {
    rows: [record],
  } = await fetchList({ ...args, path, query: { id: externalId } })
  return record === undefined ? null : { record }
}
