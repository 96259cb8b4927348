import { z } from 'zod'

/** What an option of a provider must be. */
export type OptionRule = {
  /** In words that follow "must be". */
  expectation: string
  schema: z.ZodType
  /** The value as a message may show it. */
  show: (value: unknown) => string
}

/** Ten years: more is a mistake, such as milliseconds. */
const MAX_DAYS = 3650

const isBaseUrl = (value: string): boolean => {
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined
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

/** Where a provider answers. */
export const BASE_URL_RULE: OptionRule = {
  expectation: 'an http or https URL without credentials, query and fragment',
  schema: z.string().refine(isBaseUrl),
  // What stands in for credentials or a query may be a secret.
  show: (value) =>
    typeof value === 'string'
      ? asJson(value.replace(/[?#].*$/s, '?…').replace(/\/\/[^/]*@/, '//…@'))
      : typeof value,
}

/** A number of days around now. */
export const DAYS_RULE: OptionRule = {
  expectation: `a whole number from 0 to ${MAX_DAYS}`,
  schema: z.int().min(0).max(MAX_DAYS),
  show: asJson,
}

/** A credential in one word, of which nothing but its length is ever shown. */
export const secretRule = (expectation: string): OptionRule => ({
  expectation,
  schema: z.string().trim().regex(/^\S+$/),
  show: (value) => (typeof value === 'string' ? `${value.length} characters` : typeof value),
})
