import type { JsonObject } from '../../../../shared/json.js'
import type { Job } from '../../batch/Job.js'
import type { Problem } from './toProblem.js'

import { describeError } from '../../../../shared/errors/index.js'
import { isObject } from '../../merge/flatten.js'
import { showValue } from '../../merge/kinds/showValue.js'
import { explainHookError } from './explainHookError.js'
import { MisfitError } from './MisfitError.js'
import { StubRefusedError } from './StubRefusedError.js'
import { tellProblems, toProblem } from './toProblem.js'

type DescribeRefusalArgs = {
  /** Slug of the collection that was written to. */
  collection: string
  /** What was to be stored. */
  document: Record<string, unknown>
  error: unknown
  job: Pick<Job, 'payload'>
}

/**
 * What an issue says of a record that validation, the database or a hook refused: which field, the
 * value it was given, and why, for the record itself or for a stub that it needs.
 */
export const describeRefusal = async ({
  collection,
  document,
  error,
  job,
}: DescribeRefusalArgs): Promise<{ details: JsonObject; message: string }> => {
  if (error instanceof StubRefusedError) {
    const { externalId, resource } = error
    const problems = await findProblems({
      collection: error.collection,
      document: error.document,
      error: error.cause,
      job,
    })
    return tellProblems({
      problems,
      subject:
        `The record points to ${resource} ${externalId}, which is not stored yet, and the stub ` +
        'that would stand in for it',
    })
  }
  const problems = await findProblems({ collection, document, error, job })
  return tellProblems({ problems, subject: 'The record' })
}

const findProblems = async ({
  collection,
  document,
  error,
  job,
}: DescribeRefusalArgs): Promise<Problem[]> => {
  if (error instanceof MisfitError) {
    return error.misfits.map(toProblem)
  }
  const refused = readValidation(error)
  if (refused.length === 0) {
    const message = describeError(error)
    const told = [withFullStop(message), explainHookError(message)]
    return [{ message: told.filter(Boolean).join(' '), path: '' }]
  }
  return await Promise.all(
    refused.map(async ({ message, path, tableName }) => {
      const value = readPath(document, path)
      const given =
        value === undefined || value === null
          ? 'The provider says nothing of it.'
          : `It was given ${showValue(value)}.`
      const twin =
        tableName === undefined || value === undefined
          ? undefined
          : await findTwin({ collection, job, path, value })
      return {
        message: [
          withFullStop(message),
          ...(tableName === undefined || value !== undefined ? [given] : []),
          ...(twin === undefined ? [] : [`Document ${twin} has it already.`]),
        ].join(' '),
        path,
      }
    }),
  )
}

type Refused = {
  message: string
  path: string
  /** Set where the database refused it, and not a validation. */
  tableName?: string
}

/** What a validation of Payload says of each field. */
const readValidation = (error: unknown): Refused[] => {
  const data = isObject(error) ? error.data : undefined
  const errors: unknown = isObject(data) ? data.errors : undefined
  return Array.isArray(errors)
    ? errors.flatMap((each: unknown) =>
        isObject(each) && typeof each.message === 'string'
          ? [
              {
                message: each.message,
                path: typeof each.path === 'string' ? each.path : '',
                ...(typeof each.tableName === 'string' && { tableName: each.tableName }),
              },
            ]
          : [],
      )
    : []
}

const readPath = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (holder, key) =>
        typeof holder === 'object' && holder !== null
          ? (holder as Record<string, unknown>)[key]
          : undefined,
      value,
    )

type FindTwinArgs = {
  path: string
  value: unknown
} & Pick<DescribeRefusalArgs, 'collection' | 'job'>

/** The document that holds a value which must be unique. It helps, and nothing depends on it. */
const findTwin = async ({
  collection,
  job: { payload },
  path,
  value,
}: FindTwinArgs): Promise<number | string | undefined> => {
  try {
    const where = { [path]: { equals: value } }
    const found = await payload.db.findOne<{ id: number | string }>({ collection, where })
    return found?.id
  } catch {
    return undefined
  }
}

const withFullStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
