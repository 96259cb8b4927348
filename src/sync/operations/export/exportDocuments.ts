import type { Payload, PayloadRequest, Where } from 'payload'

import { mergeListSearchAndWhere } from 'payload/shared'

import type { ExportFormat } from './formats.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { createFormat } from './formats.js'
import { listColumns } from './listColumns.js'

/** Documents that are read at once, and the most that are in memory. */
const PAGE = 200

type ExportDocumentsArgs = {
  /** Slug of a collection that a provider fills, or of the logs. */
  collection: string
  format: ExportFormat
  /** Whether CSV begins with the mark by which Excel knows its characters. @default false */
  hasByteOrderMark?: boolean
  payload: Payload
  /** Whose access is asked, for documents and for fields. @default nobody's: all is given */
  req?: PayloadRequest
  /** What is typed into the search box of the collection's list. @default nothing */
  search?: string | undefined
  /** Only these. @default all that may be read */
  where?: undefined | Where
}

/**
 * A synced collection, or the logs, as text in the order of ids, a piece for each page of documents.
 * The next page is read when its piece is asked for. Pages are no picture of one moment: what is
 * written meanwhile may be in it or not, and nothing is in it twice.
 *
 * @throws RefusedError for a collection that nothing fills, before the first piece
 * @throws Forbidden of Payload for one that `req` may not read, before the first piece
 */
export const exportDocuments = async function* ({
  collection,
  format: name,
  hasByteOrderMark = false,
  payload,
  req,
  search,
  where: asked,
}: ExportDocumentsArgs): AsyncGenerator<string, void, undefined> {
  const config = payload.collections[collection]?.config
  if (!config || !listExportable(payload).includes(collection)) {
    throw new RefusedError({
      code: 'UNKNOWN_COLLECTION',
      message: `Nothing is synced to a collection "${collection}".`,
    })
  }
  const columns = listColumns({ collection: config, localization: payload.config.localization })
  const where = mergeListSearchAndWhere({
    collectionConfig: config,
    search: search ?? '',
    where: asked,
  })
  const format = createFormat({ columns, format: name, hasByteOrderMark })
  const select = Object.fromEntries(columns.map(([field]) => [field, true as const]))
  let isFirst = true
  let last: number | string | undefined
  let text = format.start
  for (;;) {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      fallbackLocale: false,
      limit: PAGE,
      overrideAccess: req === undefined,
      pagination: false,
      select,
      sort: 'id',
      where: {
        and: [
          ...(where ? [where] : []),
          ...(last === undefined ? [] : [{ id: { greater_than: last } }]),
        ],
      },
      ...(payload.config.localization && { locale: 'all' }),
      ...(req && { req, user: req.user }),
    })
    const rows = docs as unknown as ({ id: number | string } & Record<string, unknown>)[]
    text += format.rows({ isFirst, rows })
    isFirst &&= rows.length === 0
    if (rows.length < PAGE) {
      yield text + format.end({ isEmpty: isFirst })
      return
    }
    last = rows.at(-1)!.id
    yield text
    text = ''
  }
}

/** Slugs of all that may be exported. Credentials and the machinery's books are not among them. */
export const listExportable = (payload: Payload): string[] => {
  const { database, providers, slugOf } = getSync(payload)
  const filled = [...providers.values()].flatMap((provider) =>
    [...provider.resources.values()].map(({ collection }) => slugOf({ collection, provider })),
  )
  return [...new Set([database.slugs.syncLogs, ...filled])]
}
