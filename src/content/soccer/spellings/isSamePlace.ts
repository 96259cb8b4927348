import { isSameText } from '../../../sdk/index.js'

type IsSamePlaceArgs = {
  a: string
  b: string
  /** Where it is, if known: `Quay Park (Amber)` and `Quay Park` are one ground in Amber. */
  city?: string | undefined
}

/**
 * Whether two spellings can name one place: in other letters, or with more behind a comma, as
 * `Inglewood` and `Inglewood, California`.
 */
export const isSamePlace = ({ a, b, city }: IsSamePlaceArgs): boolean => {
  const [nameA, moreA] = readPlace({ city, text: a })
  const [nameB, moreB] = readPlace({ city, text: b })
  return isSameText(nameA, nameB) && (moreA === '' || moreB === '' || isSameText(moreA, moreB))
}

type ReadPlaceArgs = { city: string | undefined; text: string }

/** The name of a place and what stands behind it. */
const readPlace = ({ city, text }: ReadPlaceArgs): [name: string, more: string] => {
  const whole = text.trim()
  const bracket = whole.endsWith(')') ? whole.lastIndexOf('(') : -1
  const town = bracket < 0 ? '' : whole.slice(bracket + 1, -1)
  const isInCity = city !== undefined && town !== '' && isSamePlace({ a: city, b: town })
  const bare = isInCity ? whole.slice(0, bracket) : whole
  const comma = bare.indexOf(',')
  return comma < 0 ? [bare, ''] : [bare.slice(0, comma), bare.slice(comma + 1)]
}
