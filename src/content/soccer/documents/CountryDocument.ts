/** A mapped country, for the content collection `countries`. */
export type CountryDocument = {
  /** ISO 3166 code where the provider's code is one. */
  code?: null | string
  /** URL of the flag. */
  flag?: null | string
  name: string
}
