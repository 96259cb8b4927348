import type { Reference } from '../../../sdk/index.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { Job } from '../batch/Job.js'
import type { FieldShape, Shape } from '../merge/readShape.js'

import { isReference } from '../../../sdk/index.js'
import { isObject } from '../merge/flatten.js'

/** Sync records by resource and externalId. */
export type KnownRecords = Map<string, Map<string, SyncRecord>>

type ResolveReferenceArgs = {
  field: FieldShape | undefined
  job: Pick<Job, 'collections' | 'payload'>
  known: KnownRecords
  value: unknown
}

type Resolved = {
  /** References whose documents do not exist. While there are any, `value` cannot be written. */
  missing: Reference[]
  value: unknown
}

/**
 * A mapped value as the document holds it: each reference, wherever it stands in the value, becomes
 * the document's id, and `{ relationTo, value }` in a field that points to several collections.
 */
export const resolveReference = ({
  field,
  job: { collections, payload },
  known,
  value,
}: ResolveReferenceArgs): Resolved => {
  if (typeof value !== 'object' || value === null) {
    return { missing: [], value }
  }
  const missing: Reference[] = []

  const resolve = (reference: Reference, of: FieldShape | undefined): unknown => {
    const { externalId, resource } = reference
    const documentId = known.get(resource)?.get(externalId)?.documentId
    const collection = collections.get(resource)
    if (documentId === undefined || collection === undefined) {
      missing.push(reference)
      return undefined
    }
    const id = toDocumentId({ id: documentId, collection, payload })
    return of?.isPolymorphic ? { relationTo: collection, value: id } : id
  }

  const walk = (item: unknown, of: FieldShape | undefined): unknown => {
    if (isReference(item)) {
      return resolve(item, of)
    }
    if (Array.isArray(item)) {
      return item.map((each: unknown) =>
        of?.rowShape && isObject(each)
          ? walkFields({ prefix: '', shape: of.rowShape(each.blockType), values: each })
          : walk(each, of),
      )
    }
    return isObject(item) ? walkFields({ prefix: '', shape: undefined, values: item }) : item
  }

  type WalkFieldsArgs = {
    prefix: string
    shape: Shape | undefined
    values: Record<string, unknown>
  }

  const walkFields = ({ prefix, shape, values }: WalkFieldsArgs): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values).map(([key, each]) => {
        const path = `${prefix}${key}`
        const inRow = shape?.get(path)
        const isGroup = shape && !inRow && isObject(each) && !isReference(each)
        return [
          key,
          isGroup ? walkFields({ prefix: `${path}.`, shape, values: each }) : walk(each, inRow),
        ]
      }),
    )

  return { missing, value: walk(value, field) }
}

type ToDocumentIdArgs = { collection: string; id: string; payload: Job['payload'] }

/** An id as the collection's own type; sync records keep all of them as text. */
export const toDocumentId = ({ id, collection, payload }: ToDocumentIdArgs): number | string => {
  const type = payload.collections[collection]?.customIDType ?? payload.db.defaultIDType
  return type === 'number' ? Number(id) : id
}
