/** A number and nothing else: `-3`, `2087.32`, `2 087,32`, `61%`. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?%?$/

/**
 * A number of the site, which writes most of them as text. An empty text, a dash and what is no
 * number is none; absent stays absent.
 */
export const toNumber = (value: unknown): null | number | undefined => {
  if (value === undefined || typeof value === 'number') {
    return value === undefined || Number.isFinite(value) ? value : null
  }
  const text =
    typeof value === 'string'
      ? value
          .replace(/\s/g, '')
          .replace(',', '.')
          .replace(/^\u2212/, '-')
      : ''
  return NUMBER.test(text) ? Number.parseFloat(text) : null
}
