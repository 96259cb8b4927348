import type { z } from 'zod'

import type { Claim, Reference, Resource } from '../../../sdk/index.js'
import type { JsonObject, JsonValue } from '../../../shared/json.js'
import type { RunProfile } from '../../run/profile/RunProfile.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'

import { readPath } from '../../../sdk/index.js'
import { hash, hashText } from '../../../shared/hash.js'
import { isUsableId } from '../../../shared/isUsableId.js'
import { findRounded, isLargeWhole } from '../../../shared/largeNumbers.js'
import { toStorable } from './toStorable.js'

/** A record that passed its schema and was mapped. */
export type PreparedRecord = {
  /** What the word of its scope counts, where the resource says so. */
  claim?: Claim
  /** As JSON; references are kept without their stubs. */
  document: JsonObject
  externalId: string
  hash: string
  /** As it was sent; absent for a word that waited. */
  raw?: unknown
  /** Everything it points to. */
  references: Reference[]
  /** What a person should know of it, as the resource says. */
  remark?: string | undefined
  /** When it was said, in the database's time. @default with the rest of its batch */
  saidAt?: Date
}

/** A record that cannot be stored, and the reason. */
export type RejectedRecord = {
  externalId: string
  /** Whether `externalId` is the provider's, or made up because none could be read. */
  isIdentified: boolean
  issue: SyncIssue
  /** As it was mapped, as far as that was possible. */
  mapped?: JsonObject | undefined
  /** As it was sent; absent where nobody knows. */
  raw?: unknown
  /** As of `PreparedRecord`. */
  saidAt?: Date
}

type PrepareRecordsArgs = {
  /** Where it is noted how long schema and map took. @default nobody wants to know */
  profile?: RunProfile | undefined
  records: readonly unknown[]
  resource: Pick<
    Resource,
    'claim' | 'externalId' | 'map' | 'remark' | 'schema' | 'unsteadyFields' | 'version'
  >
  scope: JsonObject
}

type Prepared = { prepared: PreparedRecord[]; rejected: RejectedRecord[] }

/**
 * Puts each record to the schema and maps it. A record that fails, in whatever way, becomes an
 * issue, not an error.
 */
export const prepareRecords = ({
  profile,
  records,
  resource,
  scope,
}: PrepareRecordsArgs): Prepared => {
  const result: Prepared = { prepared: [], rejected: [] }
  for (const record of records) {
    let data: unknown
    try {
      const begun = profile ? performance.now() : 0
      const parsed = resource.schema.safeParse(record)
      profile?.add('validate', performance.now() - begun)
      data = parsed.data
      if (parsed.success) {
        const mapping = profile ? performance.now() : 0
        result.prepared.push(prepare({ record: parsed.data, resource, scope }))
        profile?.add('map', performance.now() - mapping)
      } else {
        result.rejected.push(
          reject({
            data,
            details: { problems: parsed.error.issues.map(toProblem) },
            message:
              `The record does not have the expected shape. ${tellIssues(parsed.error.issues)}` +
              explainLarge({ issues: parsed.error.issues, record }),
            record,
            resource,
            scope,
          }),
        )
      }
    } catch (error) {
      const reason = describeReason(error).slice(0, LONGEST_MESSAGE)
      result.rejected.push(
        reject({
          data,
          details: { problems: [{ message: reason, path: '' }] },
          message: `The record could not be mapped: ${reason}`,
          record,
          resource,
          scope,
        }),
      )
    }
  }
  return result
}

/** What was thrown, in words. Code that is not ours may throw anything. */
const describeReason = (error: unknown): string => {
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return 'it is nested too deeply'
  }
  return error instanceof Error ? error.message : `its code threw ${typeof error}`
}

type IdentifyRecordArgs = Pick<RejectArgs, 'record' | 'resource'>

/** The id that `prepareRecords` gives a record, whether it can be stored or not. */
export const identifyRecord = ({ record, resource }: IdentifyRecordArgs): string => {
  let data: unknown
  try {
    data = resource.schema.safeParse(record).data
  } catch {
    // A schema's own code failed, as it does when the record is prepared.
  }
  return findId({ data, record, resource }) ?? inventId(record)
}

type ExplainLargeArgs = { issues: readonly z.core.$ZodIssue[]; record: unknown }

/** A record can have a thousand mistakes; a person reads the first few. */
const MOST_TOLD = 10

/** What a schema says, in a line: `name: Invalid input: expected string, received number.` */
const tellIssues = (issues: readonly z.core.$ZodIssue[]): string => {
  const told = issues.slice(0, MOST_TOLD).map(({ message, path }) => {
    const field = path.map(String).join('.')
    return field === '' ? message : `${field}: ${message}`
  })
  const more = issues.length - told.length
  return [...told, ...(more > 0 ? [`${more} more`] : [])].join('; ').concat('.')
}

/** Why a number was not taken for one: JSON's may be longer than JavaScript's. */
const explainLarge = ({ issues, record }: ExplainLargeArgs): string => {
  const large = issues
    .map(({ path }) => readPath({ path: path.map(String), row: record }))
    .find(isLargeWhole)
  return large === undefined
    ? ''
    : ` ${large} is above 2^53, where a number loses digits, so it came as text; idSchema takes both.`
}

type PrepareArgs = {
  record: unknown
  resource: PrepareRecordsArgs['resource']
  scope: JsonObject
}

const prepare = ({ record, resource, scope }: PrepareArgs): PreparedRecord => {
  const externalId = resource.externalId(record)
  if (!isUsableId(externalId)) {
    throw new Error(`it has no usable id (was ${JSON.stringify(externalId)?.slice(0, 100)})`)
  }
  const rounded = findRounded({ id: externalId, record })
  if (rounded !== undefined) {
    throw new Error(`its id is made of ${rounded}, a number above 2^53 whose last digits are lost`)
  }
  const references: Reference[] = []
  // As JSON at once: what is compared and remembered is what the database will give back.
  const document = toStorable({
    onReference: (found) => references.push(found),
    value: resource.map(record, { scope }),
  })
  return {
    claim: resource.claim?.(record, { scope }),
    document,
    externalId,
    hash: hashStorable({ document, resource }),
    raw: record,
    references,
    remark: resource.remark?.(record),
  }
}

type HashDocumentArgs = {
  document: JsonObject
  resource: Pick<Resource, 'unsteadyFields' | 'version'>
}

/**
 * What a mapped document is compared by, whatever the order of its keys. Of an unsteady field only
 * whether it has a value counts.
 */
export const hashDocument = ({ document, resource }: HashDocumentArgs): string =>
  hashStorable({ document: toStorable({ value: document }), resource })

/** As `hashDocument`, of what `toStorable` made. */
const hashStorable = ({
  document,
  resource: { unsteadyFields, version },
}: HashDocumentArgs): string =>
  hashText(JSON.stringify({ document: unsteadyFields.reduce(withoutSpelling, document), version }))

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
  /** The record as its schema made it; `undefined` where it did not pass. */
  data: unknown
  details: JsonObject
  message: string
  record: unknown
  resource: PrepareRecordsArgs['resource']
  scope: JsonObject
}

const reject = ({
  data,
  details,
  message,
  record,
  resource,
  scope,
}: RejectArgs): RejectedRecord => {
  const id = findId({ data, record, resource })
  const externalId = id ?? inventId(record)
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
    mapped: mapRoughly({ record, resource, scope }),
    raw: record,
  }
}

/**
 * What the mapping makes of a record that did not pass its schema, for a person to begin with. It
 * was not made for such a record, and may fail.
 */
const mapRoughly = ({ record, resource, scope }: PrepareArgs): JsonObject | undefined => {
  try {
    return toStorable({ onReference: () => undefined, value: resource.map(record, { scope }) })
  } catch {
    return undefined
  }
}

type FindIdArgs = Pick<RejectArgs, 'data' | 'record' | 'resource'>

/**
 * The id of a record that cannot be stored, where it can still be read. One that did not pass its
 * schema has its id as it was sent, which for `idSchema` is often a number.
 */
const findId = ({ data, record, resource }: FindIdArgs): string | undefined => {
  const read = (from: unknown): unknown => {
    try {
      return resource.externalId(from)
    } catch {
      return undefined
    }
  }
  const id = data === undefined ? read(record) : read(data)
  const text = data === undefined && Number.isSafeInteger(id) ? String(id) : id
  return isUsableId(text) ? text : undefined
}

/** Something to call a record by whose id cannot be read: the same for the same record. */
const inventId = (record: unknown): string => {
  let content: string
  try {
    content = hash(record)
  } catch (error) {
    // Nested too deeply to be read to the end, or not made of data at all.
    content = hash(`${describeReason(error)} ${typeof record}`)
  }
  return `unidentified-${content.slice(0, 12)}`
}

const toProblem = ({ message, path }: z.core.$ZodIssue): JsonValue => ({
  message,
  path: path.map(String).join('.'),
})
