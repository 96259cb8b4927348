import type { PayloadRequest } from 'payload'

import { getLatestCollectionVersion } from 'payload'

import type { JsonObject, JsonValue } from '../../../shared/json.js'
import type { Shape } from '../../engine/merge/readShape.js'
import type { Contested } from '../../engine/stale/findStale.js'
import type { Replaced } from '../../engine/stale/Replaced.js'
import type { Sync } from '../../engine/Sync.js'
import type { Database } from '../../store/Database.js'
import type { LockedRecord } from '../../store/records/saves/lockRecordsOf.js'
import type { SaveArgs } from './SaveArgs.js'

import { flatten, unflatten } from '../../engine/merge/flatten.js'
import { isByLocale } from '../../engine/merge/isByLocale.js'
import { readShape } from '../../engine/merge/readShape.js'
import { findStale } from '../../engine/stale/findStale.js'
import { toIso } from '../../engine/stale/noteReplaced.js'
import { reopenRecord } from '../../store/records/saves/reopenRecord.js'

type WholeArgs = { data: Record<string, unknown>; id: number | string } & SaveArgs

/**
 * Whether a document is sent back as it was read, as the admin's form and many clients do it. Both
 * send along when it was last saved, or at least who it is, which nobody can change.
 */
export const isWholeDocument = (args: SaveArgs): args is WholeArgs => {
  const { id, data } = args
  return (
    id !== undefined &&
    typeof data === 'object' &&
    data !== null &&
    (readMoment(data) !== null || ('provider' in data && 'externalId' in data))
  )
}

/** When a document was saved that somebody read. */
const readMoment = (data: object): null | string =>
  ('updatedAt' in data && toIso(data.updatedAt)) || null

type MendWholeDocumentArgs = {
  args: WholeArgs
  /** Slug. */
  collection: string
  database: Database
  /** In which the document was read. */
  locale: null | string | undefined
  /** The document's sync records, locked. */
  records: readonly LockedRecord[]
  /** Its transaction holds the document. */
  req: PayloadRequest
  rulesOf: Sync['rulesOf']
}

/**
 * Takes out of a document what only seems changed because a sync wrote since it was read; Payload
 * fills in what the document holds. What the person changed stays. Where the sync changed the same,
 * the next one finds both, and tells it as a conflict.
 */
export const mendWholeDocument = async ({
  args: { id, data },
  collection,
  database,
  locale,
  records,
  req,
  rulesOf,
}: MendWholeDocumentArgs): Promise<Record<string, unknown>> => {
  const { payload } = req
  const { config } = payload.collections[collection]!
  const readAt = readMoment(data)
  let mended = data
  for (const record of records) {
    const replaced = record.replaced as Replaced
    const { localization } = payload.config
    const shape = withoutForeign({
      defaultLocale: localization ? localization.defaultLocale : undefined,
      locale,
      shape: readShape({ blocks: payload.blocks, flattenedFields: config.flattenedFields }),
    })
    if (Object.keys(replaced).length === 0) {
      continue
    }
    const document = await getLatestCollectionVersion<{ id: number } & Record<string, unknown>>({
      id,
      config,
      payload,
      query: { collection, req, where: { id: { equals: id } } },
      req,
    })
    if (!document) {
      continue
    }
    const { contested, stale } = findStale({
      current: flatten({ document, locale: locale ?? undefined, shape }),
      readAt,
      replaced,
      sent: flatten({ document: data, shape }),
      shape,
      together: rulesOf(record).mergeTogether,
    })
    mended = stale.reduce<Record<string, unknown>>(
      (rest, path) => withoutPath({ document: rest, path: path.split('.') }),
      mended,
    )
    if (contested.length > 0) {
      const base = withContested({ base: record.base, contested, data, shape })
      await reopenRecord({ id: record.id, base, database, req })
    }
  }
  return mended
}

type WithoutForeignArgs = {
  defaultLocale: string | undefined
  locale: null | string | undefined
  shape: Shape
}

/** Without the localized fields where they are of a language that syncs do not write. */
const withoutForeign = ({ defaultLocale, locale, shape }: WithoutForeignArgs): Shape =>
  defaultLocale === undefined || locale === undefined || locale === defaultLocale
    ? shape
    : new Map([...shape].filter(([, field]) => !isByLocale({ field })))

type WithoutPathArgs = { document: Record<string, unknown>; path: string[] }

const withoutPath = ({
  document,
  path: [key = '', ...rest],
}: WithoutPathArgs): Record<string, unknown> => {
  const { [key]: value, ...others } = document
  if (rest.length === 0) {
    return others
  }
  return typeof value === 'object' && value !== null
    ? {
        ...document,
        [key]: withoutPath({ document: value as Record<string, unknown>, path: rest }),
      }
    : document
}

type WithContestedArgs = {
  base: JsonObject
  contested: readonly Contested[]
  data: Record<string, unknown>
  shape: Shape
}

/** The provider's word as it was when the document was read: both have changed it since. */
const withContested = ({ base, contested, data, shape }: WithContestedArgs): JsonObject => {
  const said = flatten({ document: base, shape })
  const sent = flatten({ document: data, shape })
  for (const { path, said: before } of contested) {
    if (before !== undefined) {
      said.set(path, before)
    } else if (sent.get(path) === null) {
      // Nothing would be taken for a field that nobody ever filled.
      said.set(path, '')
    } else {
      said.delete(path)
    }
  }
  return unflatten(said as Map<string, JsonValue>) as JsonObject
}
