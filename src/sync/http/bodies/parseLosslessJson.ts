/** Sixteen digits are the least that a number above 2^53 has. */
const MANY_DIGITS = /\d{16}/

/** A text, which may hold anything, or a number; the rest of JSON stands between them. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi

const WHOLE = /^-?\d+$/

/**
 * A JSON text as its value, without a digit being lost: whole numbers that JavaScript cannot hold
 * exactly (above 2^53) become texts of their digits. Otherwise two ids that differ in their last
 * digits would be one.
 *
 * @throws SyntaxError for what is no JSON
 */
export const parseLosslessJson = (text: string): unknown => {
  const value = JSON.parse(text) as unknown
  if (!MANY_DIGITS.test(text)) {
    return value
  }
  let hasLarge = false
  const kept = text.replace(TOKEN, (token) => {
    if (!WHOLE.test(token) || Number.isSafeInteger(Number(token))) {
      return token
    }
    hasLarge = true
    return `"${token}"`
  })
  return hasLarge ? (JSON.parse(kept) as unknown) : value
}
