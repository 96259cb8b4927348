import type { z } from 'zod'

import type { JsonObject } from '../shared/json.js'
import type { Claim } from './claims/Claim.js'
import type { Chosen } from './discover/Discovery.js'
import type { HttpClient } from './http/HttpClient.js'
import type { Cursor, Page } from './Page.js'
import type { RecordRules } from './rules/RecordRules.js'
import type { Scope } from './Scope.js'
import type { StoredDocuments } from './stored/StoredDocuments.js'
import type { StoredRecords } from './stored/StoredRecords.js'
import type { SyncMode } from './SyncMode.js'

/** What a provider's `source` gives, where it has one. */
type SourceContext<TSource> = undefined extends TSource
  ? { source?: unknown }
  : {
      /** What the provider's `source` gives for the connection of the run. */
      source: TSource
    }

/** Powers that a resource is handed. It has no others: no environment, no clock, no database. */
export type ResourceContext<TSource = undefined> = {
  /** Refuses every request of a provider without `http` and `connect`. */
  http: HttpClient
  mode: SyncMode
  /** The moment the run began; the same for all its scopes and pages. */
  now: Date
  signal: AbortSignal
  /**
   * When the newest `full` or `incremental` run of this resource that read all its scopes began;
   * what changed since then may not be stored yet. Absent before the first one.
   */
  since: Date | undefined
  stored: StoredRecords
} & SourceContext<TSource>

/** What `fetchPage` is handed: where to go on, in which scope, and its powers. */
export type FetchPageArgs<TParams extends JsonObject, TSource = undefined> = {
  /** Absent for the first page of a scope. */
  cursor: Cursor | undefined
  scope: TParams
} & ResourceContext<TSource>

/** A query or two at most: it is asked every minute. */
export type CouldBeLive = (args: {
  documents: StoredDocuments
  now: Date
  stored: StoredRecords
}) => Promise<boolean>

/** Powers for fetching one record: for a person, or behind all that a run read. */
export type FetchOneArgs<TSource = undefined> = {
  /** As `externalId` said it. */
  externalId: string
} & Pick<ResourceContext, 'http' | 'now' | 'signal' | 'stored'> &
  SourceContext<TSource>

/** One record as the provider sent it, and the scope it is in. */
export type FoundRecord<TParams extends JsonObject = never> = {
  record: unknown
  /** Leave it out where `map` does not look at the scope. */
  scope?: TParams
}

/** What `scopes` are handed: their powers, and what people chose. */
export type ListScopesContext<TSource = undefined> = {
  /** For an option that the config leaves open; see `followChoice`. */
  chosen: Chosen
} & ResourceContext<TSource>

/** Names the parts that a run of one mode reads. */
export type ListScopes<TParams extends JsonObject, TSource = undefined> = (
  context: ListScopesContext<TSource>,
) => Promise<Scope<TParams>[]> | Scope<TParams>[]

/** When a resource is synced unless the project says otherwise. Cron, in UTC. */
export type DefaultSchedule = {
  cron: string
  mode: SyncMode
}

/** What a mapped document may look like: plain fields; a key left out leaves the field alone. */
export type SyncDocument = Record<string, unknown>

/** Two different values of an unsteady field. */
export type SpellingArgs = {
  before: string
  /** The record as it was mapped now. */
  document: JsonObject
  /** As `unsteadyFields` has it. */
  field: string
  now: string
}

/** What `defineResource` is given. */
export type ResourceDefinition<
  TSchema extends z.ZodType,
  TDocument extends SyncDocument,
  TParams extends JsonObject,
  TSource = undefined,
> = {
  /**
   * The most records stored in one transaction, where it must be fewer than the project's
   * `batchSize`.
   *
   * @default as many as the project says
   */
  batchSize?: number
  /**
   * Names of the budgets that its requests count against, as `readQuota` names them, for the
   * forecast of what its schedules need.
   *
   * @default all of the provider
   */
  budgets?: readonly string[]
  /**
   * For a resource whose scopes may speak of the same records, as two lists that hold one person:
   * what the word of a scope on a record counts. A record is then made of all that was said of it,
   * also by scopes that another run read. Such a resource has no `fetchOne`, because a record that
   * comes alone speaks for none of its scopes.
   *
   * @default what was read last counts
   */
  claim?: (record: z.output<TSchema>, context: { scope: TParams }) => Claim
  /** Which collection its records become: a content collection's key, or the project's own slug. */
  collection: string
  /**
   * Fields that only one scope can be right about: the team of a person. Where two claims of the
   * same rank differ in one of them, one stays and an issue names both. Only with `claim`.
   *
   * @default none
   */
  contestedFields?: readonly string[]
  /**
   * Whether anything could be going on now, from what is stored. Asked before each slot of a live
   * schedule; while the answer is no, the provider is not asked at all.
   *
   * @default always
   */
  couldBeLive?: CouldBeLive
  /** The provider's own id of a record, as text; composed only where the provider has none. */
  externalId: (record: z.output<TSchema>) => string
  /**
   * Fetches a single record: for a person who does not want to wait for the next run, and at the
   * end of an incremental run for records that could not be stored before, at most fifty a run.
   * `null` when the provider does not have it. Leave it out where the provider cannot be asked for
   * one.
   */
  fetchOne?: (args: FetchOneArgs<TSource>) => Promise<FoundRecord<TParams> | null>
  /** Fetches one page. Throws on failure; never answers with a short list instead. */
  fetchPage: (args: FetchPageArgs<TParams, TSource>) => Promise<Page>
  /**
   * Whether two values of an unsteady field name the same thing.
   *
   * @default what has the same letters and digits, whatever their case, marks and blanks
   */
  isSameSpelling?: (args: SpellingArgs) => boolean
  /**
   * Whether it is remembered of each record when it was last looked at and how it stands then,
   * without touching its document. The documents show it as `lastSyncAt` and `syncStatus`, and
   * `stored.findDue` finds those that wait. It costs a row per record, and two statements per batch.
   *
   * @default false
   */
  keepsChecks?: boolean
  /**
   * What people read in place of its name: one text, or one for each language, with `en` for all
   * others.
   *
   * @default what its kit calls the collection, where no other resource of the provider fills it; or
   * else its name in words, `Box scores` for `boxScores`
   */
  label?: Readonly<Record<string, string>> | string | undefined
  /** Only maps. An absent key leaves the document's field alone; an explicit `null` clears it. */
  map: (record: z.output<TSchema>, context: { scope: TParams }) => TDocument
  /**
   * The most pages that one scope can have. When the provider says that there are more, the scope
   * fails: pages that lead in a circle would be read for ever.
   *
   * @default 10_000
   */
  maxPages?: number
  /** Resources that should be in place first, because this one points to or reads from them. */
  references?: readonly string[]
  /**
   * Says what a person should know of a record that is stored all the same: that nothing was heard
   * of it for long. It becomes an issue, which closes by itself once nothing is said any more.
   *
   * @default nothing
   */
  remark?: (record: z.output<TSchema>) => string | undefined
  /**
   * For lists of rows (`array` and `blocks` fields) that an editor and the provider may both work
   * on: the field of a row that tells it apart from the others, by path of the list, as in
   * `{ tracks: 'isrc' }`. Such a list is merged row by row and field by field. Rows in rows are
   * named `'tracks.artists'`. A list that is not named here is one value.
   *
   * @default none
   */
  rowId?: Readonly<Record<string, string>>
  /** @default none */
  schedules?: readonly DefaultSchedule[]
  /** One record. Use loose objects: unknown keys pass. */
  schema: TSchema
  /** The modes this resource has, each with the scopes it reads. */
  scopes: { full: ListScopes<TParams, TSource> } & Partial<
    Record<SyncMode, ListScopes<TParams, TSource>>
  >
  /**
   * What becomes of a new record in a collection with drafts. Later syncs leave the status of a
   * document alone.
   *
   * @default 'published'
   */
  status?: 'draft' | 'published'
  /**
   * Fields, as `field` or `group.field`, that the provider spells now one way and now another.
   * Another spelling of the same thing is not worth a write; it is taken along when something else
   * changes. Another thing is stored, and so is whether there is a value at all.
   *
   * @default none
   */
  unsteadyFields?: readonly string[]
  /**
   * Raise it when `map` changes its meaning: every record is then compared anew.
   *
   * @default 1
   */
  version?: number
} & RecordRules

/**
 * A resource with its types folded away, as the engine handles it. Records go through `schema`
 * before they reach `externalId` and `map`, which is why these may take `unknown` here.
 */
export type Resource = {
  readonly batchSize?: number | undefined
  readonly budgets: readonly string[] | undefined
  readonly claim?: (record: unknown, context: { scope: JsonObject }) => Claim
  readonly collection: string
  readonly contestedFields: readonly string[]
  readonly couldBeLive: CouldBeLive | undefined
  readonly externalId: (record: unknown) => string
  readonly fetchOne?: (args: FetchOneArgs<unknown>) => Promise<FoundRecord<JsonObject> | null>
  readonly fetchPage: (args: FetchPageArgs<JsonObject, unknown>) => Promise<Page>
  readonly isSameSpelling: (args: SpellingArgs) => boolean
  readonly keepsChecks: boolean
  readonly label?: Readonly<Record<string, string>> | string | undefined
  readonly map: (record: unknown, context: { scope: JsonObject }) => SyncDocument
  readonly maxPages: number
  readonly references: readonly string[]
  readonly remark?: ((record: unknown) => string | undefined) | undefined
  readonly rowId: Readonly<Record<string, string>>
  readonly schedules: readonly DefaultSchedule[]
  readonly schema: z.ZodType
  readonly scopes: { readonly full: ListScopes<JsonObject, unknown> } & Readonly<
    Partial<Record<SyncMode, ListScopes<JsonObject, unknown>>>
  >
  readonly status: 'draft' | 'published'
  readonly unsteadyFields: readonly string[]
  readonly version: number
} & Readonly<RecordRules>
