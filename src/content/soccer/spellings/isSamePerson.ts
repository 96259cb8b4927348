import { plainLetters } from '../../../sdk/index.js'

/**
 * Whether two spellings of a name can be one person's: with first names or their initials, with or
 * without a country behind a comma. `C. Turpin` and `Clement Turpin, France` can; `A. Madley` and
 * `R. Madley` cannot.
 */
export const isSamePerson = (a: string, b: string): boolean => {
  const one = readName(a)
  const other = readName(b)
  const [short, long] = one.names.length <= other.names.length ? [one, other] : [other, one]
  return (
    (!one.country || !other.country || one.country === other.country) &&
    short.names.at(-1) === long.names.at(-1) &&
    isWithin({ long: long.names.slice(0, -1), short: short.names.slice(0, -1) })
  )
}

const readName = (text: string): { country: string; names: string[] } => {
  const [name = '', country = ''] = plainLetters(text).split(',')
  return { country: country.trim(), names: name.split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean) }
}

/** Whether all of the shorter list are in the longer one, in this order. */
const isWithin = ({ long, short }: { long: string[]; short: string[] }): boolean => {
  let from = 0
  return short.every((name) => {
    const at = long.findIndex((other, index) => index >= from && isSameFirstName(name, other))
    from = at + 1
    return at >= 0
  })
}

const isSameFirstName = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
