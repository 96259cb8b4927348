import type { Reference } from '../../../sdk/index.js'
import type { JsonObject, JsonValue } from '../../../shared/json.js'
import type { SyncRecord, Targets } from '../../store/records/SyncRecord.js'
import type { Job } from '../batch/Job.js'
import type { Values } from '../merge/flatten.js'
import type { FieldShape } from '../merge/readShape.js'
import type { KnownRecords } from './resolveReference.js'

import { isReference } from '../../../sdk/index.js'
import { flatten, isObject, unflatten } from '../merge/flatten.js'
import { isSameValue } from '../merge/isSameValue.js'
import { toKeyedRows } from '../merge/rows/toKeyedRows.js'
import { findReferences } from './findReferences.js'
import { resolveReference } from './resolveReference.js'

/** Under which name the document of a reference is remembered. */
export const toTargetKey = ({
  externalId,
  resource,
}: Pick<Reference, 'externalId' | 'resource'>): string => `${resource}/${externalId}`

type RememberTargetsArgs = {
  /** Fields in which the document differs from what was said: an editor's. */
  differing: readonly string[]
  known: KnownRecords
  /** Fields whose reference led nowhere. */
  missing: ReadonlySet<string>
  said: Values
  targets: SyncRecord['targets']
}

const NONE: readonly Reference[] = []

/** Which documents the references lead to, by path, once the record is written. */
export const rememberTargets = ({
  differing,
  known,
  missing,
  said,
  targets,
}: RememberTargetsArgs): SyncRecord['targets'] => {
  const remembered = { ...targets }
  for (const [path, value] of said) {
    if (missing.has(path)) {
      continue
    }
    const mayPoint = typeof value === 'object' && value !== null && !differing.includes(path)
    const references = mayPoint ? findReferences(value) : NONE
    const ids = references.flatMap((reference): [string, string][] => {
      const id = known.get(reference.resource)?.get(reference.externalId)?.documentId
      return id === undefined ? [] : [[toTargetKey(reference), id]]
    })
    if (ids.length > 0) {
      remembered[path] = Object.fromEntries(ids)
    } else if (path in remembered) {
      delete remembered[path]
    }
  }
  return remembered
}

type ReadBeforeArgs = {
  base: JsonObject
  /** What the document holds. */
  current: Values
  job: Job
  known: KnownRecords
  targets: SyncRecord['targets']
}

/**
 * What the document held when it was last written, for the fields of which it is known that the
 * document they pointed to is gone, and which hold what the database leaves then. Nobody cleared
 * them, so they are written anew. Of a list whose rows can be told apart that is each field of each
 * row, whatever an editor did to the others.
 */
export const findLost = ({ base, current, job, known, targets }: ReadBeforeArgs): Values => {
  const lost: Values = new Map()
  const said = flatten({ document: base, shape: job.shape })
  for (const [path, ids] of Object.entries(targets)) {
    const field = job.shape.get(path)
    const value = said.get(path) as JsonValue | undefined
    const isGone = (reference: Reference): boolean => hasMoved({ ids, known, reference })
    if (!field || value === undefined || !findReferences(value).some(isGone)) {
      continue
    }
    const left = resolveReference({ field, job, known, value: without({ isGone, value }) }).value
    const holds = current.get(path) ?? null
    const key = job.resource.rowId[path]
    if (isSameValue({ a: holds, b: left, field })) {
      lost.set(path, holds)
    } else if (key !== undefined && Array.isArray(left)) {
      const before = resolveReference({ field, job, known, value }).value
      lost.set(path, findLostRows({ before, field, holds, key, left }))
    }
  }
  return lost
}

type FindLostRowsArgs = {
  /** The rows as they were said. */
  before: unknown
  field: FieldShape
  /** The rows of the document. */
  holds: unknown
  /** What tells them apart. */
  key: string
  /** What the database makes of `before`, row by row. */
  left: readonly unknown[]
}

/** The rows as they were said, but for the fields that hold what the database left of them. */
const findLostRows = ({ before, field, holds, key, left }: FindLostRowsArgs): unknown => {
  const { nameOf, rows } = toKeyedRows({ field, key, value: holds })
  const said: unknown[] = Array.isArray(before) ? before : []
  return said.map((row, index) => {
    const emptied = left[index]
    const held = isObject(emptied) ? rows.get(nameOf(emptied) ?? '') : undefined
    const shape = isObject(row) ? field.rowShape?.(row.blockType) : undefined
    if (!isObject(row) || !isObject(emptied) || !held || !shape) {
      return row
    }
    const [values, ofEmptied, ofHeld] = [row, emptied, held].map((document) =>
      flatten({ document, shape }),
    )
    const lost = [...ofEmptied!].filter(([path, value]) => {
      const inRow = shape.get(path)!
      return (
        !isSameValue({ a: values!.get(path), b: value, field: inRow }) &&
        isSameValue({ a: ofHeld!.get(path), b: value, field: inRow })
      )
    })
    return {
      ...unflatten(new Map([...values!, ...lost])),
      ...(row.blockType !== undefined && { blockType: row.blockType }),
    }
  })
}

type HasMovedArgs = { ids: Targets; known: KnownRecords; reference: Reference }

/** Whether a record is in another document now than it was, or in none. */
const hasMoved = ({ ids, known, reference }: HasMovedArgs): boolean => {
  const before = ids[toTargetKey(reference)]
  const now = known.get(reference.resource)?.get(reference.externalId)?.documentId
  return before !== undefined && before !== now
}

type WithoutArgs = { isGone: (reference: Reference) => boolean; value: unknown }

/** What the database makes of a value: a reference to nothing is emptied, or leaves its list. */
const without = ({ isGone, value }: WithoutArgs): unknown => {
  const isLost = (item: unknown): boolean => isReference(item) && isGone(item)
  if (Array.isArray(value)) {
    return value
      .filter((item) => !isLost(item))
      .map((item: unknown) => without({ isGone, value: item }))
  }
  if (isReference(value) || typeof value !== 'object' || value === null) {
    return isLost(value) ? null : value
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, without({ isGone, value: item })]),
  )
}
