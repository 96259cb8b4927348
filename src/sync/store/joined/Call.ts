import type { Table } from '../Database.js'

export type Id = number | string

/** What a write asks the database for. Those of many writes are asked at once. */
export type Call =
  | { args: object; id: Id; kind: 'row'; tableName: string }
  | { count: number; kind: 'ids'; table: Table }
  | { id: Id; kind: 'document'; locale: string | undefined }
  | { id: Id; kind: 'latest'; locale: string | undefined }
  | { id: Id; kind: 'oldest'; place: number }
  | { id: Id; kind: 'stored' }
  | { id: Id; kind: 'unlock' }

/** One of the writes that are done together. */
export type Writing = {
  /** As the database holds it, locked, until it is written; absent where it is new. */
  document?: Readonly<Record<string, unknown>> | undefined
  /** The newest of its versions that are too many. */
  expired?: { at: unknown; id: Id } | undefined
  /** Of the document; absent where it is new. */
  id?: Id
}

/** Who writes at the moment, and how to wait for the others. */
export type Turns = {
  self: () => undefined | Writing
  /** Is answered when all others wait as well or have ended. */
  wait: (call: Call) => Promise<unknown>
}
