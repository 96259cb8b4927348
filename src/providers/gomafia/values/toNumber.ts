/**
 * A number of the site, which writes most of them as text. An empty text, a dash and what is no
 * number is none; absent stays absent.
 */
export const toNumber = (value: unknown): null | number | undefined => {
  if (value === undefined) {
    return undefined
  }
  const text = typeof value === 'string' ? value.trim().replace(',', '.') : value
  const number =
    typeof text === 'number' || (typeof text === 'string' && text !== '')
      ? Number(text)
      : Number.NaN
  return Number.isFinite(number) ? number : null
}
