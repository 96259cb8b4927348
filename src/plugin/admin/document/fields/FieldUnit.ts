/** A value as people read it. */
export type Shown = {
  /** Whether `text` is a moment, ISO 8601, to be shown by the reader's clock. */
  isMoment?: true
  text: string
}

/** One field of a unit, or one field of a row of a list. */
export type UnitField = {
  label: string
  /** What the document holds; where it was overwritten, what it held. */
  mine: Shown
  path: string
  /** What the provider says. */
  theirs: Shown
  /** What is stored when nobody has the document open any more; absent where nothing waits. */
  waiting?: Shown
}

/**
 * - `conflict`: provider and editor differ, until somebody decides
 * - `locked`: no sync writes it
 * - `edited`: it holds an editor's value
 * - `synced`: it follows the provider
 */
export type UnitState = 'conflict' | 'edited' | 'locked' | 'synced'

/** Fields of a document that are one: decided, locked and shown together. Most stand alone. */
export type FieldUnit = {
  fields: UnitField[]
  /** Set where the provider's value was written, and the editor's is kept beside it. */
  isOverwritten: boolean
  /** What people call each of the fields, by path. */
  labels: Record<string, string>
  /** Who locked it; `null` when nobody knows. */
  lockedBy: null | string
  /** Paths of the fields, as locks name them. */
  paths: string[]
  /** The run that brought what the provider says; `null` when its log is gone, or it was none. */
  run: { href: string; title: string } | null
  /** Since when they differ, or are locked. ISO 8601. */
  since: null | string
  state: UnitState
}

/** What is known of the fields of the document on the screen, and what may be done. */
export type DocumentFields = {
  canEdit: boolean
  collection: string
  documentId: string
  providerLabel: string
  record: { externalId: string; provider: string; resource: string }
  units: FieldUnit[]
}
