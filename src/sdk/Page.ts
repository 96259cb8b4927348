import type { JsonValue } from '../shared/json.js'

/** Where the next page of a scope starts, as the provider says it. Stored with the run. */
export type Cursor = JsonValue

/** One provider answer. Only a page without `next` means "this is all". */
export type Page = {
  next?: Cursor
  /** As the provider sent them; each is put to the resource's schema on its own. */
  records: unknown[]
  /** How many records the whole scope holds, where the provider says so. */
  total?: number
}
