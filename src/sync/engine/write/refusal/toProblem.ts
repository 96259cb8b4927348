import type { SyncIssue } from '../../../store/issues/SyncIssue.js'
import type { Misfit } from '../../merge/kinds/findMisfits.js'

/** What is wrong with one field. */
export type Problem = {
  /** The same in words that are true of every record that has it; absent where it is of this one. */
  common?: string | undefined
  message: string
  path: string
}

export const toProblem = ({ given, path, wants }: Misfit): Problem => ({
  message: `It wants ${wants}, and was given ${given}.`,
  path,
})

/** A record can have a thousand mistakes; a person reads the first few. */
const MOST_TOLD = 10

const LONGEST_MESSAGE = 2000

export type Told = Pick<SyncIssue, 'cause' | 'details' | 'message'>

type TellProblemsArgs = {
  /** What is said of all records that have the same problems, behind how many they are. */
  many?: string
  problems: readonly Problem[]
  subject: string
}

/**
 * What an issue says of fields that could not be stored: each by name, with the reason. It has a
 * cause where all of that is true of other records too.
 */
export const tellProblems = ({ many = NOT_STORED, problems, subject }: TellProblemsArgs): Told => {
  const told = problems.slice(0, MOST_TOLD)
  const more = problems.length - told.length
  const toReason = ({ message, path }: Problem): string => (path ? `${path}: ${message}` : message)
  const reasons = told.map(toReason)
  const say = (words: string, reasons: readonly string[]): string =>
    [`${words}${told[0]?.path ? '.' : ':'}`, ...reasons, ...(more > 0 ? [`And ${more} more.`] : [])]
      .join(' ')
      .slice(0, LONGEST_MESSAGE)
      .toWellFormed()
  const key = toCauseKey({ many, problems })
  const common = told.map((problem) =>
    toReason({ ...problem, message: problem.common ?? problem.message }),
  )
  return {
    ...(key !== undefined && { cause: { key, many: say(many, common) } }),
    details: {
      problems: told.map(({ message, path }) => ({ message, path })),
      reason: reasons.join(' '),
    },
    message: say(`${subject} could not be stored`, reasons),
  }
}

const NOT_STORED = 'could not be stored'

type ToCauseKeyArgs = Pick<TellProblemsArgs, 'many' | 'problems'>

/**
 * The text that is the same for all records that have these problems; `undefined` where one of them
 * is of a single record.
 */
export const toCauseKey = ({ many = NOT_STORED, problems }: ToCauseKeyArgs): string | undefined =>
  problems.every(({ common }) => common !== undefined)
    ? [
        many,
        // Rows of a list have the same problem at other places.
        ...problems.map(({ common, path }) => `${path.replaceAll(/\.\d+/g, '.*')}: ${common}`),
      ]
        .join('\n')
        .slice(0, LONGEST_MESSAGE)
    : undefined
