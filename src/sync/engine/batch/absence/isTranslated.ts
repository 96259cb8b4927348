import type { Shape } from '../../merge/readShape.js'

import { flatten, isObject, type Values } from '../../merge/flatten.js'
import { isByLocale } from '../../merge/isByLocale.js'
import { isSameValue } from '../../merge/isSameValue.js'

type IsTranslatedArgs = {
  /** As it is stored, with all locales. */
  document: Record<string, unknown>
  /** Those that no sync writes. */
  locales: readonly string[]
  shape: Shape
}

/**
 * Whether a document holds anything in one of these locales, in its rows too, that Payload did not
 * fill in there by itself.
 */
export const isTranslated = ({ document, locales, shape }: IsTranslatedArgs): boolean =>
  locales.some((locale) => hasWords({ shape, values: flatten({ document, locale, shape }) }))

type HasWordsArgs = { shape: Shape; values: Values }

const hasWords = ({ shape, values }: HasWordsArgs): boolean =>
  [...values].some(([path, value]) => {
    const field = shape.get(path)!
    if (!isByLocale({ field })) {
      return false
    }
    if (field.localeAt !== undefined) {
      return [null, field.defaultValue].every((b) => !isSameValue({ a: value, b, field }))
    }
    const rows: unknown[] = Array.isArray(value) ? value : []
    return rows.some((row) => {
      const inRow = isObject(row) ? field.rowShape?.(row.blockType) : undefined
      return (
        inRow !== undefined &&
        isObject(row) &&
        hasWords({ shape: inRow, values: flatten({ document: row, shape: inRow }) })
      )
    })
  })
