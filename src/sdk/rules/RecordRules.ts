/** What becomes of a field that an editor and the provider both changed. */
export const CONFLICT_POLICIES = ['editor', 'provider', 'ask'] as const

/**
 * - `editor`: the editor's value stays, and an issue tells
 * - `provider`: the provider's value is written, and the issue keeps the editor's
 * - `ask`: nothing is written to the field, whoever speaks of it next, until a person decides
 */
export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number]

/** What becomes of a record whose document a person has deleted, or put into the trash. */
export const LOCAL_DELETES = ['keepAway', 'recreate'] as const

/**
 * - `keepAway`: it stays away until a person restores it
 * - `recreate`: the next sync that reads the record creates it again, and updates it in the trash
 */
export type OnLocalDelete = (typeof LOCAL_DELETES)[number]

/** What becomes of the document of a record that its provider does not list any more. */
export const MISSING_RULES = ['flag', 'unpublish', 'trash', 'delete', 'ignore'] as const

/**
 * - `flag`: an issue tells; the document stays as it is
 * - `unpublish`: it becomes a draft, in a collection with drafts
 * - `trash`: it is put into the trash, in a collection that has one
 * - `delete`: it is deleted
 * - `ignore`: nobody is told
 *
 * A document that an editor has worked on is flagged at most. What returns comes back.
 */
export type OnMissing = (typeof MISSING_RULES)[number]

/** What a resource, or a project for one, says of its records beside what they are. */
export type RecordRules = {
  /**
   * The policy of single fields, by path: `{ 'venue.city': 'provider' }`. A path stands for all
   * below it.
   *
   * @default that of the resource
   */
  fieldPolicies?: Readonly<Record<string, ConflictPolicy>>
  /**
   * Fields, by path, that only make sense together: `[['homeScore', 'awayScore', 'winner']]`. They
   * are written all or none, so that no document holds a mixture that nobody ever said. A list of
   * rows among them is one value.
   *
   * @default what the kit says of its collection
   */
  mergeTogether?: readonly (readonly string[])[]
  /** @default that of the plugin: 'keepAway' */
  onLocalDelete?: OnLocalDelete
  /** @default that of the plugin: 'flag' */
  onMissing?: OnMissing
  /** What becomes of a field that both changed. @default that of the plugin: 'editor' */
  policy?: ConflictPolicy
  /**
   * `'plain'` writes each document by Payload's own `create` and `update`, one after the other, so
   * that all hooks of one document are done before those of the next begin.
   *
   * @default together where the collection allows it, with the hooks of each document in Payload's
   * order and those of several documents between each other
   */
  writes?: 'plain'
}
