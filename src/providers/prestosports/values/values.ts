import { z } from 'zod'

import { unescapeHtml } from '../../../sdk/index.js'

/** What PrestoSports sends where there is nothing. */
const NOTHING = new Set(['', '-', '--'])

const isNothing = (text: string): boolean => NOTHING.has(text.trim())

/**
 * A text as people read it. `""` and `"-"` are nothing, and so `null`; what was not sent stays
 * absent.
 */
export const textValue = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    if (value === undefined || value === null) {
      return value
    }
    const text = unescapeHtml(String(value)).trim()
    return isNothing(text) ? null : text
  })

/** A number that is sent as text: `".250"`, `"7"`. `null` for `""`, `"-"` and other words. */
export const numberValue = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (typeof value === 'string' ? toNumber(value) : value))

export const flagValue = z.boolean().nullish().catch(undefined)

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/

/** The number of a text; `null` for one that is none, such as `"-"`. */
export const toNumber = (text: string): null | number => {
  const digits = text.trim()
  return NUMBER.test(digits) ? Number(digits) : null
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/

/** A moment that is UTC, though it does not say so. `null` for text that is no moment. */
export const toMoment = (text: string): null | string => {
  const moment = new Date(text.trim().replace(MOMENT, '$1T$2Z'))
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

/** The day in what may be a moment: `2026-03-01T05:00:00`, or one as Americans write it. */
const AMERICAN_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** A day as `2026-03-17`, also of `3/17/2026`; text of another form stays what it is. */
export const toIsoDay = (text: string): string => {
  const [, month = '', day = '', year] = AMERICAN_DAY.exec(text.trim()) ?? []
  return year === undefined
    ? text.trim()
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/**
 * The first value that says something. Where none does, what the first one says: `null` clears a
 * field, and one that was not sent leaves it alone.
 */
export const firstSaid = <TValue>(
  first: null | TValue | undefined,
  ...others: readonly (null | TValue | undefined)[]
): null | TValue | undefined =>
  first ?? others.find((value) => value !== null && value !== undefined) ?? first
