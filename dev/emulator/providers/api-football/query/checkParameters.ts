import { fieldName, RefusalError, refuseParameter } from '../RefusalError.js'
import { formats } from './formats.js'

/** Which parameters an endpoint takes, and together with which others. */
export type ParameterRules = {
  /** These go with no other. */
  alone?: readonly string[]
  names: readonly string[]
  /** For a parameter, lists of which one each must come along. */
  needs?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** Whether it refuses to answer for everything. */
  needsOne?: boolean
  /** Pairs that do not go together. */
  rivals?: readonly (readonly [string, string])[]
}

/** Throws `RefusalError` for the first parameter that does not pass. */
export const checkParameters = ({
  parameters,
  rules: { alone = [], names, needs = {}, needsOne = false, rivals = [] },
}: {
  parameters: URLSearchParams
  rules: ParameterRules
}): void => {
  const given = [...parameters.keys()]
  if (needsOne && given.length === 0) {
    throw new RefusalError({
      errors: { required: 'At least one parameter is required.' },
      isCounted: true,
    })
  }
  for (const [parameter, value] of parameters) {
    const format = names.includes(parameter) ? formats[parameter] : undefined
    if (!format) {
      throw refuseParameter({ parameter, problem: 'do not exist.' })
    }
    if (!format.fits(value)) {
      throw refuseParameter({ parameter, problem: format.problem })
    }
    const rival = findRival({ alone, given, parameter, rivals })
    if (rival !== undefined) {
      throw refuseParameter({
        parameter,
        problem: `cannot be used with the ${fieldName(rival)} field.`,
      })
    }
    const groups = needs[parameter] ?? []
    if (!groups.every((group) => group.some((name) => parameters.has(name)))) {
      throw refuseParameter({ parameter, problem: 'need another parameter.' })
    }
  }
}

type FindRivalArgs = {
  given: readonly string[]
  parameter: string
} & Required<Pick<ParameterRules, 'alone' | 'rivals'>>

const findRival = ({ alone, given, parameter, rivals }: FindRivalArgs): string | undefined => {
  const others = given.filter((name) => name !== parameter)
  return alone.includes(parameter)
    ? others[0]
    : rivals.find(([first, second]) => first === parameter && others.includes(second))?.[1]
}
