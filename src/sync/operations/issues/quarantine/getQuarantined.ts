import type { FieldShape, Shape } from '../../../engine/merge/readShape.js'
import type { Issue } from '../listIssues.js'
import type { IssuesArgs, QuarantinedIssue } from './findQuarantined.js'

import { isReference } from '../../../../sdk/index.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { flatten } from '../../../engine/merge/flatten.js'
import { loadSync } from '../../../engine/Sync.js'
import { findQuarantined, listRecords } from './findQuarantined.js'

/** A field of a record that could not be stored, to be mended. */
export type QuarantinedField = {
  path: string
  /** Why it was refused; absent where it is in order. */
  problem?: string
  /** Of the field, as Payload calls it. */
  type: FieldShape['type']
  /** As it was mapped; `null` where nothing was said. */
  value: unknown
}

export type QuarantinedRecord = {
  collection: string
  /** Those that a person can mend in a form: no lists, no references, nothing the sync keeps itself. */
  fields: QuarantinedField[]
  firstSeenAt: null | string
  isFixable: boolean
  issueId: Issue['id']
  lastSeenAt: null | string
  /** Of what is refused beside single fields, and of fields that cannot be mended here. */
  problems: { message: string; path: string }[]
  raw: null | string
  records: string[]
  status: Issue['status']
  timesSeen: number
}

type GetQuarantinedArgs = { issueId: Issue['id'] } & Omit<IssuesArgs, 'issueIds'>

/**
 * What is known of a record that could not be stored: why, as it was sent, since when and how often,
 * and what a form to mend it begins with.
 *
 * @throws RefusedError `UNKNOWN_ISSUE`
 */
export const getQuarantined = async ({
  issueId,
  ...args
}: GetQuarantinedArgs): Promise<QuarantinedRecord> => {
  const sync = await loadSync({ payload: args.payload })
  const [{ issue, provider }] = (await findQuarantined({ ...args, issueIds: [issueId], sync })) as [
    Awaited<ReturnType<typeof findQuarantined>>[number],
  ]
  const job = toJob({ provider, resourceName: issue.resource, runId: null, sync })
  const fields = toFields({ issue, shape: job.shape })
  const told = new Set(fields.map(({ path }) => path))
  const records = listRecords(issue)
  const problems = issue.details?.problems ?? []
  return {
    collection: job.collection,
    fields,
    firstSeenAt: issue.firstSeenAt ?? issue.createdAt,
    isFixable: records.length === 1 && issue.records === null && fields.length > 0,
    issueId: issue.id,
    lastSeenAt: issue.lastSeenAt ?? issue.updatedAt,
    problems: problems.filter(({ path }) => !told.has(path)),
    raw: issue.raw,
    records,
    status: issue.status,
    timesSeen: issue.timesSeen ?? 1,
  }
}

/** What the sync says itself of each document. */
const OWN = new Set([
  '_status',
  'createdAt',
  'deletedAt',
  'externalId',
  'id',
  'provider',
  'updatedAt',
])

/** What can be typed into one input. */
const TYPES = new Set<FieldShape['type']>([
  'checkbox',
  'code',
  'date',
  'email',
  'number',
  'radio',
  'select',
  'text',
  'textarea',
])

type ToFieldsArgs = { issue: Pick<QuarantinedIssue, 'details' | 'mapped'>; shape: Shape }

/** The fields that were spoken of, and those that were refused, in the order of the collection. */
export const toFields = ({
  issue: { details, mapped },
  shape,
}: ToFieldsArgs): QuarantinedField[] => {
  const values = flatten({ document: mapped ?? {}, shape })
  const problems = new Map((details?.problems ?? []).map(({ message, path }) => [path, message]))
  return [...shape].flatMap(([path, field]) => {
    const value = values.get(path) ?? null
    const problem = problems.get(path)
    const isMeant = values.has(path) || problem !== undefined
    const canBeTyped = TYPES.has(field.type) && !field.hasMany && !field.rowShape && !OWN.has(path)
    return isMeant && canBeTyped && !isReference(value)
      ? [{ path, ...(problem !== undefined && { problem }), type: field.type, value }]
      : []
  })
}
