import type { StoredFields } from './Stored.js'

/** A country as a site reads it. `TId` is `number` or, in a project with UUIDs, `string`. */
export type Country<TId extends number | string = number> = {
  /** ISO 3166 where it is one. */
  code?: null | string
  /** URL of the flag. */
  flag?: null | string
  name: string
} & StoredFields<TId>
