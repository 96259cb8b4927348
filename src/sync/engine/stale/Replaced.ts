import type { JsonValue } from '../../../shared/json.js'

/** A value of a document that a sync replaced. */
export type Replacement = {
  /** `updatedAt` of the document since then. */
  at: string
  /** `updatedAt` of the document until then; nothing for a collection without timestamps. */
  from?: string
  /** What the provider had said before; nothing where it had not spoken, or at great length. */
  said?: JsonValue
  /** The value that was replaced, as `toValueKey` spells it. */
  was: string
}

/** What syncs replaced in a document, by path, the oldest first. */
export type Replaced = Record<string, Replacement[]>

/** How many replacements of one field are remembered. A clock that ticks needs one each minute. */
export const MOST_REPLACEMENTS = 100
