import type { PayloadRequest } from 'payload'

import { getLatestCollectionVersion } from 'payload'

import type { Values } from '../../engine/merge/flatten.js'
import type { Shape } from '../../engine/merge/readShape.js'

import { flatten } from '../../engine/merge/flatten.js'
import { readShape } from '../../engine/merge/readShape.js'
import { toValueKey } from '../../engine/stale/toValueKey.js'
import { getSync, hasSync } from '../../engine/Sync.js'
import { holdDocuments, isHeld } from '../../store/documents/holdDocuments.js'
import { inTransaction } from '../../store/inTransaction.js'

type Document = Record<string, unknown>

type KeepPresentArgs = {
  /** Slug. */
  collection: string
  /** What is about to be written: every field, whoever changed it. */
  data: Document
  /** The document as Payload read it for this write. */
  originalDoc: { id: number | string } & Document
  req: PayloadRequest
}

/**
 * For a write that did not hold the document when Payload read it: waits for whoever writes it
 * now, and takes its present value for each field that the writer did not change. Does nothing to a
 * write that holds it.
 */
export const keepPresent = async ({
  collection,
  data,
  originalDoc,
  req,
}: KeepPresentArgs): Promise<Document> => {
  const { payload } = req
  const { id } = originalDoc
  if (!hasSync(payload) || (await isHeld({ id, collection, req }))) {
    return data
  }
  const { database } = getSync(payload)
  const { config } = payload.collections[collection]!
  const read = async (within: PayloadRequest): Promise<Document | undefined> => {
    await holdDocuments({ collection, database, ids: [id], req: within })
    return await getLatestCollectionVersion<{ id: number } & Document>({
      id: id as number,
      config,
      payload,
      query: { collection, req: within, where: { id: { equals: id } } },
      req: within,
    })
  }
  const present = (await req.transactionID)
    ? await read(req)
    : await inTransaction({ database, work: read })
  if (!present) {
    return data
  }
  notePresent({ id, collection, document: present, req })
  const shape = withoutRows(readShape(config))
  const locale = req.locale && req.locale !== 'all' ? req.locale : undefined
  const before = flatten({ document: originalDoc, shape })
  const sent = flatten({ document: data, shape })
  const holds = flatten({ document: present, locale, shape })
  const kept = [...holds].filter(([path, value]) => {
    const field = shape.get(path)!
    const was = toValueKey({ field, value: before.get(path) })
    return (
      was === toValueKey({ field, value: sent.get(path) }) && was !== toValueKey({ field, value })
    )
  })
  return withValues({ document: data, values: new Map(kept) })
}

type NotePresentArgs = { document: Document } & PresentArgs

type PresentArgs = { collection: string; id: number | string; req: PayloadRequest }

/** What was read for the write of a request, for the languages it is not about. */
const presentOf = new WeakMap<PayloadRequest, Map<string, Document>>()

const notePresent = ({ id, collection, document, req }: NotePresentArgs): void => {
  const present = presentOf.get(req) ?? new Map<string, Document>()
  presentOf.set(req, present.set(`${collection}/${id}`, document))
}

type KeepLanguagesArgs = {
  /**
   * The document as Payload read it, each localized field by language. It is brought up to date.
   */
  docWithLocales: Document
} & PresentArgs

/**
 * The other half of `keepPresent`: Payload writes all languages of a localized field, and those
 * that a save is not about from what it read. Call it where Payload has not merged them yet.
 */
export const keepLanguages = ({ id, collection, docWithLocales, req }: KeepLanguagesArgs): void => {
  const present = presentOf.get(req)?.get(`${collection}/${id}`)
  if (!present) {
    return
  }
  const { config } = req.payload.collections[collection]!
  for (const [path, { localeAt }] of withoutRows(readShape(config))) {
    const keys = path.split('.').slice(0, (localeAt ?? -1) + 1)
    const languages = localeAt === undefined ? undefined : readObject(present, keys)
    const merged = languages && readObject(docWithLocales, keys)
    if (merged) {
      Object.assign(merged, languages)
    } else if (languages) {
      const last = keys.pop()!
      const parent = readObject(docWithLocales, keys)
      if (parent) {
        parent[last] = languages
      }
    }
  }
}

const readObject = (document: Document, keys: string[]): Document | undefined => {
  let value: unknown = document
  for (const key of keys) {
    value = typeof value === 'object' && value !== null ? (value as Document)[key] : undefined
  }
  return typeof value === 'object' && value !== null ? (value as Document) : undefined
}

/** Set by Payload itself with every write. */
const OWN = new Set(['createdAt', 'updatedAt'])

/** Rows can hold languages, which the database keeps otherwise than a hook sees them. */
const withoutRows = (shape: Shape): Shape =>
  new Map(
    [...shape].filter(
      ([path, { type }]) => type !== 'array' && type !== 'blocks' && !OWN.has(path),
    ),
  )

const withValues = ({ document, values }: { document: Document; values: Values }): Document => {
  let result = document
  for (const [path, value] of values) {
    result = withValue({ document: result, path: path.split('.'), value })
  }
  return result
}

type WithValueArgs = { document: Document; path: string[]; value: unknown }

const withValue = ({ document, path: [key = '', ...rest], value }: WithValueArgs): Document => ({
  ...document,
  [key]:
    rest.length === 0
      ? value
      : withValue({ document: (document[key] ?? {}) as Document, path: rest, value }),
})
