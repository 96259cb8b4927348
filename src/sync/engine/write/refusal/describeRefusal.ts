import type { Reference } from '../../../../sdk/index.js'
import type { Job } from '../../batch/Job.js'
import type { Problem, Told } from './toProblem.js'

import { isReference } from '../../../../sdk/index.js'
import { describeError } from '../../../../shared/errors/index.js'
import { findRecords } from '../../../store/records/findRecords.js'
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
  job: Pick<Job, 'collections' | 'database' | 'payload' | 'provider'>
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
}: DescribeRefusalArgs): Promise<Told> => {
  if (error instanceof StubRefusedError) {
    const { externalId, resource } = error
    return tellStub({ externalId, problems: await findStubProblems({ error, job }), resource })
  }
  const problems = await findProblems({ collection, document, error, job })
  return tellProblems({ problems, subject: 'The record' })
}

type FindStubProblemsArgs = { error: StubRefusedError; job: DescribeRefusalArgs['job'] }

/** Why a stub was refused. */
export const findStubProblems = ({
  error: { cause: error, collection, document },
  job,
}: FindStubProblemsArgs): Promise<Problem[]> => findProblems({ collection, document, error, job })

type TellStubArgs = { externalId: string; problems: readonly Problem[]; resource: string }

/** What an issue says of a record that needs a stub which was refused. */
export const tellStub = ({ externalId, problems, resource }: TellStubArgs): Told =>
  tellProblems({
    many:
      `wait for ${resource} that are not stored yet, and the stubs that would stand in for them ` +
      'could not be stored',
    problems,
    subject:
      `The record points to ${resource} ${externalId}, which is not stored yet, and the stub ` +
      'that would stand in for it',
  })

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
    const explanation = explainHookError(message)
    const told = [withFullStop(message), explanation].filter(Boolean).join(' ')
    return [{ common: explanation, message: told, path: '' }]
  }
  return await Promise.all(
    refused.map(async ({ message, path, tableName }) => {
      const value = readPath(document, path)
      const reason = withFullStop(message)
      if (tableName === undefined && (value === undefined || value === null)) {
        const told = `${reason} The provider says nothing of it.`
        return { common: told, message: told, path }
      }
      if (isReference(value) && !(await isStored({ job, reference: value }))) {
        const { externalId, resource } = value
        return {
          common: `${reason} It points to ${resource} that are not stored yet.`,
          message: `${reason} It points to ${resource} ${externalId}, which is not stored yet.`,
          path,
        }
      }
      const twin =
        tableName === undefined || value === undefined
          ? undefined
          : await findTwin({ collection, job, path, value })
      return {
        message: [
          reason,
          ...(value === undefined ? [] : [`It was given ${showValue(value)}.`]),
          ...(twin === undefined ? [] : [`Document ${twin} has it already.`]),
        ].join(' '),
        path,
      }
    }),
  )
}

type IsStoredArgs = { reference: Reference } & Pick<DescribeRefusalArgs, 'job'>

const isStored = async ({
  job: { collections, database, provider },
  reference: { externalId, resource },
}: IsStoredArgs): Promise<boolean> => {
  const ids = new Map([[resource, new Set([externalId])]])
  return (await findRecords({ collections, database, ids, provider: provider.name })).size > 0
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
