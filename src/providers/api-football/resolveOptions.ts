import { z } from 'zod'

import type { OptionRule } from '../../sdk/index.js'
import type { ApiFootballOptions, ApiFootballSeasons } from './ApiFootballOptions.js'

import { asJson, BASE_URL_RULE, DAYS_RULE, isBlank, secretRule } from '../../sdk/index.js'
import { OptionsError } from '../../shared/errors/index.js'

/** The options with every default in place. */
export type ApiFootballSettings = {
  readonly apiKey: string | undefined
  readonly baseUrl: string
  readonly daysAhead: number
  readonly daysBack: number
  /** Absent: all there are. */
  readonly leagues: readonly number[] | undefined
  readonly playerDetails: boolean
  readonly seasons: Exclude<ApiFootballSeasons, number[]> | readonly number[]
}

type ResolveOptionsArgs = {
  environment: Readonly<Record<string, string | undefined>>
  options: ApiFootballOptions
}

const DEFAULT_BASE_URL = 'https://v3.football.api-sports.io'

/**
 * Options and environment made one. Ignores `undefined`, takes a blank text for an absent one and
 * leaves the caller's object alone.
 *
 * @throws OptionsError that lists every value that cannot work
 */
export const resolveOptions = ({
  environment,
  options,
}: ResolveOptionsArgs): ApiFootballSettings => {
  const problems: string[] = []
  for (const [name, value] of Object.entries(options)) {
    const rule = isRuleName(name) ? RULES[name] : undefined
    if (isBlank(value)) {
      continue
    }
    if (!rule) {
      problems.push(`apiFootball() has no option "${name}"${WHY_NOT[name] ?? ''}`)
    } else if (!rule.schema.safeParse(value).success) {
      problems.push(
        `apiFootball({ ${name} }) must be ${rule.expectation} (was ${rule.show(value)})`,
      )
    }
  }
  const valueOf = ({ name, variables }: Source): string | undefined => {
    const given = options[name]
    if (!isBlank(given)) {
      return typeof given === 'string' ? given.trim() : undefined
    }
    // A variable that something else overrides is not read, so it cannot be wrong either.
    const variable = variables.find((candidate) => !isBlank(environment[candidate]))
    const value = variable && environment[variable]?.trim()
    if (value && !RULES[name].schema.safeParse(value).success) {
      const { expectation, show } = RULES[name]
      problems.push(`${variable} must be ${expectation} (was ${show(value)})`)
    }
    return value
  }
  const apiKey = valueOf(KEY)
  const baseUrl = valueOf(BASE_URL)
  if (problems.length > 0) {
    throw new OptionsError({ problems, subject: 'apiFootball' })
  }
  const { daysAhead = 14, daysBack = 3, leagues, playerDetails = false, seasons } = options
  return {
    apiKey,
    baseUrl: (baseUrl ?? DEFAULT_BASE_URL).replace(/\/+$/, ''),
    daysAhead,
    daysBack,
    leagues: leagues && [...new Set(leagues)],
    playerDetails,
    seasons: typeof seasons === 'object' ? [...new Set(seasons)] : (seasons ?? 'current'),
  }
}

type Source = { name: 'apiKey' | 'baseUrl'; variables: readonly string[] }

/** The general name comes first, as every provider of sports data may have one key. */
const KEY: Source = { name: 'apiKey', variables: ['SPORTS_PROVIDER_API_KEY', 'API_FOOTBALL_KEY'] }
const BASE_URL: Source = { name: 'baseUrl', variables: ['API_FOOTBALL_BASE_URL'] }

const RULES: Readonly<Record<Exclude<keyof ApiFootballOptions, 'timezone'>, OptionRule>> = {
  apiKey: secretRule('the bare key as text, without spaces'),
  baseUrl: BASE_URL_RULE,
  daysAhead: DAYS_RULE,
  daysBack: DAYS_RULE,
  leagues: {
    expectation: 'a list of at least one league id (leave it out for all leagues)',
    schema: z.array(z.int().positive()).min(1),
    show: asJson,
  },
  playerDetails: { expectation: 'true or false', schema: z.boolean(), show: asJson },
  seasons: {
    expectation: '"current", "all" or a list of at least one year such as 2024',
    schema: z.union([z.enum(['all', 'current']), z.array(z.int().min(1900).max(2200)).min(1)]),
    show: asJson,
  },
}

const WHY_NOT: Readonly<Record<string, string>> = {
  timezone: ': kick-offs are stored in UTC',
}

const isRuleName = (name: string): name is keyof typeof RULES => Object.hasOwn(RULES, name)
