import type { JsonValue } from '../shared/json.js'

/** Where the next page of a scope starts, as the provider says it. Stored with the run. */
export type Cursor = JsonValue

/** One provider answer. Only a page without `next` means "this is all". */
export type Page = {
  /**
   * For a page that may well hold nothing, such as the answer for a list of ids that the resource
   * goes through by itself: it does not count among the empty pages in a row after which a scope is
   * given up.
   *
   * @default false
   */
  mayBeEmpty?: boolean
  /**
   * For a page after which the resource looks at what is stored: it and those before it are stored
   * before the page behind the next one is asked for, and not joined with later ones.
   *
   * @default false
   */
  mustBeStored?: boolean
  next?: Cursor
  /** As the provider sent them; each is put to the resource's schema on its own. */
  records: unknown[]
  /**
   * When the provider said what is on it, where that is known to be longer ago than it was read: the
   * date of an archive. What was said later is not taken back by it.
   *
   * @default when the page was asked for
   */
  saidAt?: Date
  /** How many records the whole scope holds, where the provider says so. */
  total?: number
  /**
   * Which of several ways to the same data was taken, in a word: `api`. The run counts its pages by
   * it, so that people see when one broke and another stood in.
   *
   * @default nothing is said
   */
  via?: string
}
