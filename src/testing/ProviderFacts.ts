import type { Provider, SyncMode } from '../sdk/index.js'
import type { StoredSeeds } from './createStoredRecords.js'
import type { ChangeRows } from './reading/changeRows.js'
import type { ReplayRoute } from './replayServer.js'

/**
 * What an answer without rows means: a failure, a page like any other (whether more follow is told
 * elsewhere), or the end of the list.
 */
export type EmptyList = 'end' | 'failure' | 'page'

/** How one resource is read in one mode. */
type ReadingFacts = {
  /**
   * Changes the rows of an answer, for an answer that is not JSON or that counts its rows.
   * `undefined` for an answer without rows, such as the details of one record.
   *
   * @default the list of a JSON answer that holds the records, else its longest list of objects
   */
  changeRows?: ChangeRows
  /** Makes the provider as a project does, for a system at this address. */
  createProvider: (args: { baseUrl: string }) => Provider
  /** @default 'failure' */
  emptyList?: EmptyList
  /** The moment at which runs begin. @default 2026-01-01T00:00:00Z */
  now?: Date
  /**
   * What the system answers by path, recorded or made by hand. Every scope must end well.
   *
   * @default nothing, for a provider without HTTP
   */
  routes?: Readonly<Record<string, ReplayRoute>>
  /** When the newest complete run began. @default there was none */
  since?: Date
  /** What earlier runs stored. @default nothing */
  stored?: StoredSeeds
}

/** What is different about one resource, mode or connection. */
export type ProviderCase = {
  /** The name of a connection. @default every connection of the provider */
  connection?: string
  /** @default every mode of the resource */
  mode?: SyncMode
  /** What sets it apart, for the name of its tests. @default nothing */
  name?: string
  resource: string
  /** Added to those of all cases. */
  routes?: ReadingFacts['routes']
  /** Added to those of all cases. */
  stored?: StoredSeeds
} & Partial<Omit<ReadingFacts, 'routes' | 'stored'>>

/** Options that a provider must refuse. */
export type BadOptions = {
  /** Makes the provider with them. */
  createProvider: () => Provider
  /** Every option or variable that is wrong. */
  names: readonly string[]
}

/** All that the conformance suite must know of a provider. */
export type ProviderFacts = {
  /** @default none */
  badOptions?: readonly BadOptions[]
  /**
   * Resources and modes that are read in another way. Every other one is read with what is said for
   * all.
   *
   * @default none
   */
  cases?: readonly ProviderCase[]
  /**
   * Fields, as `field` or `group.field`, that are worked out of several keys, so that a key less
   * may make them `null`.
   *
   * @default none
   */
  derivedFields?: readonly string[]
  /**
   * The credentials that `createProvider` gives, besides those of its connections. They must be
   * found nowhere.
   */
  secrets: readonly string[]
} & ReadingFacts
