import type { Country } from '../../../../world/types.js'

import { imagePath } from '../../../../imagePath.js'

/** Countries of the world's continental cups: for the provider they are one, with nothing but a name. */
const CONTINENTS: ReadonlySet<string> = new Set(['EUR', 'SAM'])

/** One code for all parts of the United Kingdom, so it is no key. */
const CODES: Readonly<Record<string, string>> = { ENG: 'GB', SCO: 'GB' }

const NAMES: Readonly<Record<string, string>> = { USA: 'USA' }

export type CountryWords = { code: null | string; flag: null | string; name: string }

export const isContinent = ({ fifaCode }: Country): boolean => CONTINENTS.has(fifaCode)

/** A country as teams and players name it: `Czech Republic`. */
export const toPlainName = (country: Country): string =>
  isContinent(country) ? 'World' : (NAMES[country.fifaCode] ?? country.name)

/** A country as lists and leagues name it, which is also its only key: `Czech-Republic`. */
export const toCountryWords = (country: Country): CountryWords => {
  const code = isContinent(country) ? null : (CODES[country.fifaCode] ?? country.iso2)
  return {
    name: toPlainName(country).replaceAll(' ', '-'),
    code,
    flag: code && imagePath({ id: code.toLowerCase(), kind: 'flags' }),
  }
}
