/** Sixteen digits are the least that a number above 2^53 has. */
const MANY_DIGITS = /\d{16}/

/**
 * Where a text begins or ends, what is escaped in it, or a number. Never a whole text: one with
 * millions of escapes is more than an expression can hold.
 */
const TOKEN = /"|(?:\\.){1,100}|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi

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
  let isInText = false
  const kept = text.replace(TOKEN, (token) => {
    if (token === '"') {
      isInText = !isInText
    }
    if (isInText || !WHOLE.test(token) || Number.isSafeInteger(Number(token))) {
      return token
    }
    hasLarge = true
    return `"${token}"`
  })
  return hasLarge ? (JSON.parse(kept) as unknown) : value
}
