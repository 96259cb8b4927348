import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Condition, Field, FieldAffectingData, SanitizedCollectionConfig, Tab } from 'payload'

import type { PrepareMany } from '../../../../sdk/content/givenOnce.js'
import type { Table } from '../../../store/Database.js'
import type { VersionTable } from '../../../store/documents/insertVersions.js'

/** A document, or the values of a group in it, by the names of the fields. */
export type Values = Record<string, unknown>

/** A document as Payload gives it back. */
export type Document = { id: number | string } & Values

/** How the database keeps a value, and how it comes back from there. */
export type ValueKind = 'boolean' | 'date' | 'id' | 'json' | 'number' | 'text'

/** What of a field is the same for all documents. */
type NodeBase = {
  condition: Condition | undefined
  /** Segments of its path among the values, as Payload gives them to hooks and validators. */
  path: string[]
}

/** A field with a value of its own. */
export type ValueNode = {
  /** What all documents' validators are told of it. */
  base: Readonly<Record<string, unknown>>
  /** Absent for a virtual field. */
  column: PgColumn | undefined
  defaultValue: unknown
  field: { hooks?: unknown } & FieldAffectingData
  indexPath: number[]
  isHidden: boolean
  /** Its name in the table of the adapter. */
  key: string
  kind: 'value'
  /** Whether `validate` is Payload's own and asks for nothing but the value and the field. */
  looksAtValueOnly: boolean
  name: string
  schemaPath: string[]
  /** The fields it stands among. */
  siblings: Field[]
  /** Whether ids of the collection it points to are numbers that people choose. */
  takesNumbers: boolean
  type: FieldAffectingData['type']
  validate: ((value: unknown, options: object) => unknown) | undefined
  values: ValueKind
} & NodeBase

/** A group or a named tab: its values are in an object of their own. */
export type GroupNode = {
  children: PlanNode[]
  field: FieldAffectingData | Tab
  /**
   * Whether nobody can tell when its values are checked: by Payload's own validators, which look at
   * nothing else, and without hooks and conditions.
   */
  isSilent: boolean
  kind: 'group'
  name: string
} & NodeBase

/** What only the admin panel shows: rows, unnamed tabs. */
export type LayoutNode = { children: PlanNode[]; kind: 'layout' } & NodeBase

export type PlanNode = GroupNode | LayoutNode | ValueNode

/** Everything that must be known to write documents of one collection without Payload's own walk. */
export type Plan = {
  collection: SanitizedCollectionConfig
  /** Value fields with a column, in the order of the fields. */
  columns: ({ column: PgColumn } & ValueNode)[]
  nodes: PlanNode[]
  /**
   * Whether the fields of a phase are walked by us. Payload's own walk is taken where hooks of
   * several fields run at the same time, so that they meet as they would there.
   */
  own: { afterChange: boolean; afterRead: boolean; beforeChange: boolean; beforeValidate: boolean }
  /** What fields want to do before many documents are created. */
  preparations: PrepareMany[]
  /** Paths of the fields with an editor, whose hooks look into what was written in it. */
  richText: string[][]
  table: Table
  /** Where versions are kept; absent where there are none. */
  versions?: VersionTable
}
