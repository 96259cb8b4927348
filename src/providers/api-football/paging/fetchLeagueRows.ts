import { z } from 'zod'

import type { FetchPageArgs, JsonObject, Page } from '../../../sdk/index.js'

import { NotFoundError } from '../../../sdk/index.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { readPath } from '../rows/readPath.js'
import { fetchList } from './fetchList.js'

const unlistedSchema = z.strictObject({ unlisted: z.array(z.int()) })

type FetchLeagueRowsArgs = {
  /** Absent: all. */
  leagues: readonly number[] | undefined
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal'>

const ID_PATH = ['league', 'id']

/**
 * The leagues with all their seasons. The whole list is one request, whatever the option asks for;
 * it does not depend on the plan.
 *
 * @throws NotFoundError for leagues of the option that do not exist, after all others
 */
export const fetchLeagueRows = async ({
  cursor,
  http,
  leagues,
  signal,
}: FetchLeagueRowsArgs): Promise<Page> => {
  const known = unlistedSchema.safeParse(cursor)
  if (known.success) {
    throw new NotFoundError(
      `API-Football has no league with the id ${known.data.unlisted.join(' or ')}. ` +
        'Take it out of the option "leagues"; the others were read.',
    )
  }
  const { next, rows } = await fetchList({ cursor, http, path: '/leagues', signal })
  if (!leagues) {
    return { next, records: rows }
  }
  const listed = new Set(rows.map((row) => readPath({ path: ID_PATH, row })))
  const unlisted = leagues.filter((id) => !listed.has(id))
  const isWhole = cursor === undefined && next === undefined
  return {
    next: isWhole && unlisted.length > 0 ? { unlisted } : next,
    records: rows.filter(hasOneOf({ path: ID_PATH, values: leagues })),
  }
}
