import type { Json, Row } from '../../json.js'
import type { Records } from '../../world/createRecords.js'
import type { World } from '../../world/types.js'

/** Everything that has fields on the wire. The first group can also be asked for by id. */
export type EntityName = ListedName | PartName

export type ListedName =
  | 'country'
  | 'fixture'
  | 'league'
  | 'player'
  | 'round'
  | 'season'
  | 'stage'
  | 'state'
  | 'team'
  | 'type'
  | 'venue'

/** Rows that only come as part of something else. */
export type PartName =
  'aggregate' | 'event' | 'participant' | 'period' | 'schedule' | 'score' | 'squad' | 'standing'

/** One moment of the world, with the tests' changes laid over it. */
export type Context = {
  /** A row by id; `null` when there is none. */
  find: (args: { entity: ListedName; id: Json | undefined }) => null | Row
  /** All ids, ascending, with added and without removed rows. */
  ids: (entity: ListedName) => number[]
  /** Milliseconds. */
  now: number
  /** One field of a row, without making the whole row: for filters over many rows. */
  read: (args: { entity: ListedName; field: string; id: number }) => Json | undefined
  records: Records
  world: World
}

/** How an entity is written, one function per field. */
export type Entity = {
  fields: readonly string[]
  ids: (world: World) => Iterable<number>
  read: (args: { context: Context; field: string; id: number }) => Json | undefined
  row: (args: { context: Context; id: number }) => null | Row
}

/** What `include=` can add to a row, by name. The answer's key is the name in lower case. */
export type Relations = { [include: string]: Relation }

export type Relation = {
  load: (args: { context: Context; row: Row }) => null | Row | Row[]
  /** Whose relations can be nested below. */
  to: EntityName
}
