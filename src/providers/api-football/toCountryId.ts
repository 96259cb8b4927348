/**
 * What a country is known by: its name, because the codes are not unique (`GB` is four countries).
 * The list of countries writes `New-Zealand`, players and some teams `New Zealand`.
 */
export const toCountryId = (name: string): string => name.trim().replace(/\s+/g, '-')
