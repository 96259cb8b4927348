import { z } from 'zod'

/** What an option of a provider must be, and what stands in for one that is not given. */
export type OptionRule<TValue = unknown> = {
  /** @default none: the option is `undefined` where nobody gives it */
  default?: TValue
  /** In words that follow "must be". */
  expectation: string
  /**
   * What is wrong with a value that people often give, in words that follow the option's name.
   *
   * @default "must be", and the expectation
   */
  findMistake?: (value: unknown) => string | undefined
  /** What it makes of a good value counts, so it may trim a text or take out what stands twice. */
  schema: z.ZodType<TValue>
  /** The value as a message may show it. */
  show: (value: unknown) => string
  /**
   * Environment variables to read where the option is not given; the first that is filled counts.
   *
   * @default none
   */
  variables?: readonly string[]
}

/** Ten years: more is a mistake, such as milliseconds. */
const MAX_DAYS = 3650

const isBaseUrl = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    !(url.search || url.hash || url.username || url.password)
  )
}

/** Shows a value as it would be written. */
export const asJson = (value: unknown): string => JSON.stringify(value) ?? typeof value

/** An option that is absent, or a text with nothing in it. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

/** `localhost:3000` is a URL to machines, of the scheme `localhost`. */
const SCHEME = /^\s*[a-z][a-z\d+.-]*:\/\//i

/** Where a provider answers. A slash at the end is taken off. */
export const BASE_URL_RULE: OptionRule<string> = {
  expectation: 'an http or https URL without credentials, query and fragment',
  findMistake: (value) =>
    typeof value === 'string' && !isBlank(value) && !SCHEME.test(value)
      ? 'has no http:// or https:// in front'
      : undefined,
  schema: z
    .string()
    .trim()
    .refine(isBaseUrl)
    .transform((value) => value.replace(/\/+$/, '')),
  // What stands in for credentials or a query may be a secret.
  show: (value) =>
    typeof value === 'string'
      ? asJson(value.replace(/[?#].*$/s, '?…').replace(/\/\/[^/]*@/, '//…@'))
      : typeof value,
}

/** A number of days around now. */
export const DAYS_RULE: OptionRule<number> = {
  expectation: `a whole number from 0 to ${MAX_DAYS}`,
  schema: z.int().min(0).max(MAX_DAYS),
  show: asJson,
}

/** What no header can carry: control characters, and those beyond Latin-1. */
const NOT_IN_HEADERS = /[^\t\u0020-\u007e\u0080-\u00ff]/

/** Whether a header can carry a value. */
export const fitsHeader = (value: string): boolean => !NOT_IN_HEADERS.test(value)

/**
 * A credential in one word that a header can carry, of which nothing but its length is ever shown.
 */
export const secretRule = (expectation: string): OptionRule<string> => ({
  expectation,
  schema: z.string().trim().regex(/^\S+$/).refine(fitsHeader),
  show: (value) =>
    typeof value === 'string'
      ? `${value.length} characters${fitsHeader(value.trim()) ? '' : ', some of which no header can carry'}`
      : typeof value,
})
