import type { JsonObject } from '../../../../shared/json.js'
import type { Misfit } from '../../merge/kinds/findMisfits.js'

/** What is wrong with one field. */
export type Problem = { message: string; path: string }

export const toProblem = ({ given, path, wants }: Misfit): Problem => ({
  message: `It wants ${wants}, and was given ${given}.`,
  path,
})

/** A record can have a thousand mistakes; a person reads the first few. */
const MOST_TOLD = 10

const LONGEST_MESSAGE = 2000

type Told = { details: JsonObject; message: string }

type TellProblemsArgs = { problems: readonly Problem[]; subject: string }

/** What an issue says of fields that could not be stored: each by name, with the reason. */
export const tellProblems = ({ problems, subject }: TellProblemsArgs): Told => {
  const told = problems.slice(0, MOST_TOLD)
  const more = problems.length - told.length
  const reasons = told.map(({ message, path }) => (path ? `${path}: ${message}` : message))
  return {
    details: { problems: told, reason: reasons.join(' ') },
    message: [
      `${subject} could not be stored${told[0]?.path ? '.' : ':'}`,
      ...reasons,
      ...(more > 0 ? [`And ${more} more.`] : []),
    ]
      .join(' ')
      .slice(0, LONGEST_MESSAGE)
      .toWellFormed(),
  }
}
