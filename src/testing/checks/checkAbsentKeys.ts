import type { JsonObject, Resource, SyncDocument } from '../../sdk/index.js'
import type { CaseCheck, Findings } from '../Check.js'

import { isReference } from '../../sdk/index.js'
import { isPlainObject } from '../reading/isPlainObject.js'

/**
 * A key that a record does not have leaves fields of the document out, or as they are without it;
 * it never makes one `null`, which would clear the field. Each key that the schema can do without
 * is left out in turn. An explicit `null` may do that.
 */
export const checkAbsentKeys: CaseCheck = ({
  clean,
  open: { resource },
  readingCase: { derivedFields },
}) => {
  const findings = clean.scopes.flatMap(({ pages, scope: { params } }) =>
    pages
      .flatMap(({ records }) => records)
      .flatMap(({ document, record }) =>
        listPaths(record).flatMap((path) =>
          findNewNulls({ document, params, record: without({ path, value: record }), resource })
            .filter((field) => !derivedFields.includes(field))
            .map((field) => `without "${path.join('.')}" the field "${field}" becomes null`),
        ),
      ),
  )
  return [...new Set(findings)]
}

/** Every key of a record, with those of the objects in it. Lists are taken as a whole. */
const listPaths = (value: unknown): string[][] =>
  isPlainObject(value)
    ? Object.entries(value).flatMap(([key, inner]) => [
        [key],
        ...listPaths(inner).map((path) => [key, ...path]),
      ])
    : []

type WithoutArgs = { path: readonly string[]; value: unknown }

const without = ({ path: [key = '', ...path], value }: WithoutArgs): unknown => {
  if (!isPlainObject(value)) {
    return value
  }
  const { [key]: inner, ...others } = value
  return path.length === 0 ? others : { ...value, [key]: without({ path, value: inner }) }
}

type FindNewNullsArgs = {
  /** What the whole record becomes. */
  document: SyncDocument
  params: JsonObject
  record: unknown
  resource: Resource
}

/** Fields that are `null` and were not; none where the schema does not pass the record. */
const findNewNulls = ({ document, params, record, resource }: FindNewNullsArgs): Findings => {
  const parsed = resource.schema.safeParse(record)
  if (!parsed.success) {
    return []
  }
  const known = new Set(listNulls(document))
  return listNulls(resource.map(parsed.data, { scope: params })).filter(
    (field) => !known.has(field),
  )
}

/** The fields of a document that are `null`: `field` or `group.field`. */
const listNulls = (document: SyncDocument): string[] =>
  Object.entries(document).flatMap(([field, value]) => {
    if (value === null) {
      return [field]
    }
    return isPlainObject(value) && !isReference(value)
      ? listNulls(value).map((inner) => `${field}.${inner}`)
      : []
  })
