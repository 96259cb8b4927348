import type { z } from 'zod'

import type { OptionRule } from './optionRules.js'

import { OptionsError } from '../../shared/errors/index.js'
import { isBlank } from './optionRules.js'

type OptionRules = Readonly<Record<string, OptionRule>>

/** The options with every default in place; one without a default may be `undefined`. */
export type ResolvedOptions<TRules extends OptionRules> = {
  readonly [TName in keyof TRules]:
    | (TRules[TName] extends { default: unknown } ? never : undefined)
    | z.output<TRules[TName]['schema']>
}

type ResolveProviderOptionsArgs<TRules extends OptionRules> = {
  environment: Readonly<Record<string, string | undefined>>
  options: object
  /**
   * Names that people may expect to be options, with the reason why they are none.
   *
   * @default none
   */
  refused?: Readonly<Record<string, string>>
  rules: TRules
  /** The function the options are given to: `library`. */
  subject: string
}

/**
 * Makes one of the options, the environment and the defaults. Takes `undefined` and blank text for
 * absent, and leaves the caller's object alone. A variable that an option overrides is not read.
 *
 * @throws OptionsError that lists every option and variable that cannot work
 */
export const resolveProviderOptions = <TRules extends OptionRules>({
  environment,
  options,
  refused = {},
  rules,
  subject,
}: ResolveProviderOptionsArgs<TRules>): ResolvedOptions<TRules> => {
  const problems: string[] = []
  const given = new Map(Object.entries(options).filter(([, value]) => !isBlank(value)))
  const resolved = new Map<string, unknown>()
  const read = (name: string, source: string, value: unknown): void => {
    const { expectation, findMistake, schema, show } = rules[name]!
    const { data, success } = schema.safeParse(value)
    resolved.set(name, data)
    if (!success) {
      const mistake = findMistake?.(value) ?? `must be ${expectation}`
      problems.push(`${source} ${mistake} (was ${show(value)})`)
    }
  }
  for (const [name, value] of given) {
    if (Object.hasOwn(rules, name)) {
      read(name, `${subject}({ ${name} })`, value)
    } else {
      const reason = Object.hasOwn(refused, name) ? `: ${refused[name]}` : ''
      problems.push(`${subject}() has no option "${name}"${reason}`)
    }
  }
  for (const [name, { default: fallback, variables = [] }] of Object.entries(rules)) {
    const variable = variables.find((candidate) => !isBlank(environment[candidate]))
    if (given.has(name)) {
      continue
    }
    if (variable === undefined) {
      resolved.set(name, fallback)
    } else {
      read(name, variable, environment[variable]?.trim())
    }
  }
  if (problems.length > 0) {
    throw new OptionsError({ problems, subject })
  }
  // Every rule has put its value here, each as its own schema made it.
  return Object.fromEntries(resolved) as ResolvedOptions<TRules>
}
