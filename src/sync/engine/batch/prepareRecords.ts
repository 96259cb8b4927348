import { z } from 'zod'

import type { Claim, Reference, Resource } from '../../../sdk/index.js'
import type { JsonObject, JsonValue } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'

import { isReference } from '../../../sdk/index.js'
import { cleanText } from '../../../shared/cleanText.js'
import { hash } from '../../../shared/hash.js'

/** A record that passed its schema and was mapped. */
export type PreparedRecord = {
  /** What the word of its scope counts, where the resource says so. */
  claim?: Claim
  /** As JSON; references are kept without their stubs. */
  document: JsonObject
  externalId: string
  hash: string
  /** Everything it points to. */
  references: Reference[]
}

/** A record that cannot be stored, and the reason. */
export type RejectedRecord = {
  externalId: string
  /** Whether `externalId` is the provider's, or made up because none could be read. */
  isIdentified: boolean
  issue: SyncIssue
}

type PrepareRecordsArgs = {
  records: readonly unknown[]
  resource: Pick<Resource, 'claim' | 'externalId' | 'map' | 'schema' | 'unsteadyFields' | 'version'>
  scope: JsonObject
}

type Prepared = { prepared: PreparedRecord[]; rejected: RejectedRecord[] }

/** What `String(record.id)` makes of an id that is not there. */
const NOT_AN_ID = new Set(['', '[object Object]', 'NaN', 'null', 'undefined'])

/** An id that names a record for good, and that the database can store as it is. */
const isUsableId = (id: unknown): id is string =>
  typeof id === 'string' && !NOT_AN_ID.has(id.trim()) && id === cleanText(id)

/**
 * Puts each record to the schema and maps it. A record that fails becomes an issue, not an error.
 */
export const prepareRecords = ({ records, resource, scope }: PrepareRecordsArgs): Prepared => {
  const result: Prepared = { prepared: [], rejected: [] }
  for (const record of records) {
    const parsed = resource.schema.safeParse(record)
    if (!parsed.success) {
      result.rejected.push(
        reject({
          details: { problems: parsed.error.issues.map(toProblem) },
          message: `The record does not have the expected shape: ${z.prettifyError(parsed.error)}`,
          record,
          resource,
        }),
      )
      continue
    }
    try {
      result.prepared.push(prepare({ record: parsed.data, resource, scope }))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      result.rejected.push(
        reject({
          details: { problems: [{ message: reason, path: '' }] },
          message: `The record could not be mapped: ${reason}`,
          record,
          resource,
        }),
      )
    }
  }
  return result
}

type PrepareArgs = {
  record: unknown
  resource: PrepareRecordsArgs['resource']
  scope: JsonObject
}

const prepare = ({ record, resource, scope }: PrepareArgs): PreparedRecord => {
  const externalId = resource.externalId(record)
  if (!isUsableId(externalId)) {
    throw new Error(`it has no usable id (was ${JSON.stringify(externalId)})`)
  }
  const references: Reference[] = []
  const mapped = resource.map(record, { scope })
  // Through JSON once: what is compared and remembered is what the database will give back.
  const document = JSON.parse(
    JSON.stringify(mapped, (_key, value: unknown) => {
      if (typeof value === 'string') {
        return cleanText(value)
      }
      if (!isReference(value)) {
        return value
      }
      references.push(value)
      const { externalId: id, kind, resource: name } = value
      return { externalId: id, kind, resource: name }
    }),
  ) as JsonObject
  return {
    claim: resource.claim?.(record, { scope }),
    document,
    externalId,
    hash: hashDocument({ document, resource }),
    references,
  }
}

type HashDocumentArgs = {
  document: JsonObject
  resource: Pick<Resource, 'unsteadyFields' | 'version'>
}

/** What a mapped document is compared by. Of an unsteady field only whether it has a value counts. */
export const hashDocument = ({
  document,
  resource: { unsteadyFields, version },
}: HashDocumentArgs): string =>
  hash({ document: unsteadyFields.reduce(withoutSpelling, document), version })

/** The document with a field's value replaced by whether there is one. */
const withoutSpelling = (document: JsonObject, path: string): JsonObject => {
  const [key = '', ...rest] = path.split('.')
  const value = document[key]
  if (value === undefined || value === null) {
    return document
  }
  const isGroup = rest.length > 0 && typeof value === 'object' && !Array.isArray(value)
  return { ...document, [key]: isGroup ? withoutSpelling(value, rest.join('.')) : true }
}

/** A record can have a thousand mistakes; a person reads the first few. */
const LONGEST_MESSAGE = 2000

type RejectArgs = {
  details: JsonObject
  message: string
  record: unknown
  resource: PrepareRecordsArgs['resource']
}

const reject = ({ details, message, record, resource }: RejectArgs): RejectedRecord => {
  const id = findId({ record, resource })
  const externalId = id ?? `unidentified-${hash(record).slice(0, 12)}`
  return {
    externalId,
    isIdentified: id !== undefined,
    issue: {
      details,
      documentId: null,
      externalId,
      kind: 'invalid',
      message: message.slice(0, LONGEST_MESSAGE),
    },
  }
}

/** The id of a record that broke its schema, where it can still be read. */
const findId = ({ record, resource }: Pick<RejectArgs, 'record' | 'resource'>) => {
  try {
    const id: unknown = resource.externalId(record)
    return isUsableId(id) ? id : undefined
  } catch {
    return undefined
  }
}

const toProblem = ({ message, path }: z.core.$ZodIssue): JsonValue => ({
  message,
  path: path.map(String).join('.'),
})
