import type { FetchOneArgs, FoundRecord } from '../../../sdk/index.js'

import { rowAnswerSchema } from './answerSchemas.js'

type FetchRowArgs = {
  include?: string
  /** Below the API's root, without the id: `/football/teams`. */
  path: string
} & Pick<FetchOneArgs, 'externalId' | 'http' | 'signal'>

/** One record by its id. Every entity has such a route, and it tells no more than a list does. */
export const fetchRow = async ({
  externalId,
  http,
  include,
  path,
  signal,
}: FetchRowArgs): Promise<FoundRecord> => {
  const { data } = await http.get(`${path}/${encodeURIComponent(externalId)}`, {
    ...(include !== undefined && { query: { include } }),
    schema: rowAnswerSchema,
    signal,
  })
  return { record: data }
}
