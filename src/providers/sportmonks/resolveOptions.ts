import { z } from 'zod'

import type { OptionRule } from '../../sdk/index.js'
import type { SportmonksOptions, SportmonksSeasons } from './SportmonksOptions.js'

import { asJson, BASE_URL_RULE, DAYS_RULE, isBlank, secretRule } from '../../sdk/index.js'
import { OptionsError } from '../../shared/errors/index.js'

/** The options with every default in place. */
export type SportmonksSettings = {
  readonly apiToken: string | undefined
  readonly baseUrl: string
  readonly daysAhead: number
  readonly daysBack: number
  /** Absent: all of the subscription. */
  readonly leagues: readonly number[] | undefined
  readonly seasons: Exclude<SportmonksSeasons, number[]> | readonly number[]
}

type ResolveOptionsArgs = {
  environment: Readonly<Record<string, string | undefined>>
  options: SportmonksOptions
}

const DEFAULT_BASE_URL = 'https://api.sportmonks.com/v3'

/**
 * Options and environment made one. Ignores `undefined`, takes a blank text for an absent one and
 * leaves the caller's object alone.
 *
 * @throws OptionsError that lists every value that cannot work
 */
export const resolveOptions = ({
  environment,
  options,
}: ResolveOptionsArgs): SportmonksSettings => {
  const problems: string[] = []
  for (const [name, value] of Object.entries(options)) {
    const rule = isRuleName(name) ? RULES[name] : undefined
    if (!rule) {
      problems.push(`sportmonks() has no option "${name}"`)
    } else if (!isBlank(value) && !rule.schema.safeParse(value).success) {
      problems.push(`sportmonks({ ${name} }) must be ${rule.expectation} (was ${rule.show(value)})`)
    }
  }
  for (const [variable, name] of VARIABLES) {
    const value = environment[variable]?.trim()
    // A variable that an option overrides is not read, so it cannot be wrong either.
    if (value && isBlank(options[name]) && !RULES[name].schema.safeParse(value).success) {
      const { expectation, show } = RULES[name]
      problems.push(`${variable} must be ${expectation} (was ${show(value)})`)
    }
  }
  if (problems.length > 0) {
    throw new OptionsError({ problems, subject: 'sportmonks' })
  }
  const textOf = ([variable, name]: (typeof VARIABLES)[number]): string | undefined =>
    options[name]?.trim() || environment[variable]?.trim() || undefined
  const { daysAhead = 14, daysBack = 3, leagues, seasons = 'current' } = options
  return {
    apiToken: textOf(TOKEN),
    baseUrl: (textOf(BASE_URL) ?? DEFAULT_BASE_URL).replace(/\/+$/, ''),
    daysAhead,
    daysBack,
    leagues: leagues && [...new Set(leagues)],
    seasons: typeof seasons === 'string' ? seasons : [...new Set(seasons)],
  }
}

const TOKEN = ['SPORTMONKS_API_TOKEN', 'apiToken'] as const
const BASE_URL = ['SPORTMONKS_BASE_URL', 'baseUrl'] as const
const VARIABLES = [TOKEN, BASE_URL] as const

const ids = z.array(z.int().positive()).min(1)

const RULES: Readonly<Record<keyof SportmonksOptions, OptionRule>> = {
  apiToken: secretRule('the bare token as text, without "Bearer" and without spaces'),
  baseUrl: BASE_URL_RULE,
  daysAhead: DAYS_RULE,
  daysBack: DAYS_RULE,
  leagues: {
    expectation: 'a list of at least one league id (leave it out for all leagues)',
    schema: ids,
    show: asJson,
  },
  seasons: {
    expectation: '"current", "all" or a list of at least one season id',
    schema: z.union([z.enum(['all', 'current']), ids]),
    show: asJson,
  },
}

const isRuleName = (name: string): name is keyof SportmonksOptions => Object.hasOwn(RULES, name)
