import type { PayloadRequest } from 'payload'

import type { Provider, SyncMode } from '../../sdk/index.js'
import type { IssueFilter, IssuePage } from '../../sync/operations/issues/listIssues.js'
import type { QuarantinedRecord } from '../../sync/operations/issues/quarantine/getQuarantined.js'
import type { RetriedRecord } from '../../sync/operations/issues/quarantine/retryRecords.js'
import type { ListedDeletion } from '../../sync/operations/records/deleted/listDeleted.js'
import type { Decision } from '../../sync/operations/records/edit/decideConflicts.js'
import type { RecordReport } from '../../sync/operations/records/getRecordReport.js'
import type { Refreshed } from '../../sync/operations/records/refreshRecord.js'
import type { SyncStatus } from '../../sync/operations/status/SyncStatus.js'
import type { Priority, Run } from '../../sync/run/Run.js'
import type { FieldLocks } from '../../sync/store/records/conflicts/OpenConflict.js'
import type { ScheduleApi } from './ScheduleApi.js'

/**
 * Whose access counts, as with `overrideAccess: false` of Payload's Local API.
 *
 * @default nobody's, everything is allowed
 */
type Asked = { req?: PayloadRequest }

type ResourceOf<TProvider> = TProvider extends Provider<string, infer TResource> ? TResource : never

/** A provider and one of its own resources. */
type WorkOf<TProviders extends readonly Provider[]> = {
  [TName in TProviders[number]['name']]: {
    provider: TName
    resource: ResourceOf<Extract<TProviders[number], { name: TName }>>
  }
}[TProviders[number]['name']]

type Distribute<TWork, TRest> = TWork extends { provider: unknown; resource: unknown }
  ? { provider: TWork['provider']; resource?: TWork['resource'] } & TRest
  : never

/** What `startRun` is given. */
export type StartArgs<TProviders extends readonly Provider[] = readonly Provider[]> = Distribute<
  WorkOf<TProviders>,
  {
    /** @default every one of the provider that is set up */
    connection?: string
    /** @default 'full' */
    mode?: SyncMode
    /** @default 'normal' */
    priority?: Priority
  } & Asked
>

/** What `refresh` is given. */
export type RefreshArgs<TProviders extends readonly Provider[] = readonly Provider[]> = {
  /** @default the one that last showed the record */
  connection?: string
  /** The provider's own id of the record. */
  externalId: string
} & Asked &
  WorkOf<TProviders>

/** What says of which record something is asked. */
export type RecordArgs<TProviders extends readonly Provider[] = readonly Provider[]> = {
  /** The provider's own id of the record. */
  externalId: string
} & Asked &
  WorkOf<TProviders>

/** What `lock` and `unlock` are given. */
export type LockArgs<TProviders extends readonly Provider[] = readonly Provider[]> = {
  /** Paths: `['homeScore', 'venue.city']`. Fields that are one are locked together. */
  fields: readonly string[]
} & RecordArgs<TProviders>

/** What `decide` is given. */
export type DecideArgs<TProviders extends readonly Provider[] = readonly Provider[]> = {
  /** Whose value stays; `lock` keeps the editor's, and no sync writes the field any more. */
  decision: Decision
  /** Paths. @default all that are in conflict */
  fields?: readonly string[]
} & RecordArgs<TProviders>

/** What `deleted` is given. */
export type DeletedArgs = {
  /** Slug. */
  collection?: string
  /** Records on a page. @default 10 */
  limit?: number
  /** From 1. @default 1 */
  page?: number
  provider?: string
  resource?: string
} & Asked

type RunArgs = { runId: Run['id'] } & Asked

/** What `issues` is given. */
export type IssuesArgs = {
  /** Issues on a page. @default 10 */
  limit?: number
  /** From 1. @default 1 */
  page?: number
} & Asked &
  IssueFilter

/** What code of the project may ask of the sync; each does what the REST route of its kind does. */
export type SyncApi<TProviders extends readonly Provider[] = readonly Provider[]> = {
  /**
   * Cancels a run that waits or works; what it committed stays. Returns it as it is then.
   *
   * @throws RefusedError `UNKNOWN_RUN`, `RUN_ENDED`
   */
  cancelRun: (args: RunArgs) => Promise<Run>
  /**
   * Says that what a scope lacked, as an issue of the kind `absence` tells, is gone for good.
   *
   * @throws RefusedError `UNKNOWN_ISSUE`
   */
  confirmAbsence: (args: { issueId: number | string } & Asked) => Promise<{ missing: number }>
  /**
   * Decides conflicts of a record, in the name of the user of `req`. Returns the paths decided.
   *
   * @throws RefusedError `UNKNOWN_RECORD`, `NOT_ALLOWED`, `DRAFT_IN_WORK`
   */
  decide: (args: DecideArgs<TProviders>) => Promise<string[]>
  /** A page of the records whose documents people have deleted here, the newest first. */
  deleted: (args?: DeletedArgs) => Promise<{ docs: ListedDeletion[]; totalDocs: number }>
  /**
   * Stores a record that could not be stored, with what a person says in place of what is wrong:
   * `values` by path. That is an edit like any other. Returns the id of the document.
   *
   * @throws RefusedError `UNKNOWN_ISSUE`, `UNKNOWN_FIELD`, `CHANGED_SINCE` when the issue is closed,
   * `DELETED_HERE`, `DRAFT_IN_WORK` and `NOT_ALLOWED` as the document is
   * @throws APIError of Payload when the document is still not valid, not to be written, or open
   */
  fixRecord: (
    args: { issueId: number | string; values: Readonly<Record<string, unknown>> } & Asked,
  ) => Promise<number | string>
  /**
   * Ignores records that could not be stored until their provider sends something else of them;
   * `isIgnored: false` takes it back. Returns the ids of the issues that were changed.
   *
   * @throws RefusedError `UNKNOWN_ISSUE`
   */
  ignoreRecords: (
    args: { isIgnored?: boolean; issueIds: readonly (number | string)[] } & Asked,
  ) => Promise<(number | string)[]>
  /** A page of issues, those that changed last first. @default the open ones */
  issues: (args?: IssuesArgs) => Promise<IssuePage>
  /**
   * Locks fields of a record's document: no sync writes them until `unlock`. Returns all locks.
   *
   * @throws RefusedError `UNKNOWN_RECORD`, `UNKNOWN_FIELD`, `NOT_ALLOWED`
   */
  lock: (args: LockArgs<TProviders>) => Promise<FieldLocks>
  /**
   * What is known of a record that could not be stored: the reasons, the record as it was sent, since
   * when, how often, and the fields that `fixRecord` takes.
   *
   * @throws RefusedError `UNKNOWN_ISSUE`
   */
  quarantined: (args: { issueId: number | string } & Asked) => Promise<QuarantinedRecord>
  /** What is known of a record: edited fields, conflicts, locks, an update that waits. */
  record: (args: RecordArgs<TProviders>) => Promise<RecordReport>
  /**
   * Fetches one record from its provider, now, and stores it.
   *
   * @throws RefusedError `UNKNOWN_RECORD`, `REFRESH_UNAVAILABLE` and names nobody knows
   * @throws SyncError when the provider fails
   */
  refresh: (args: RefreshArgs<TProviders>) => Promise<Refreshed>
  /**
   * Brings back a document that a person has deleted here, and returns its new id.
   *
   * @throws RefusedError `UNKNOWN_RECORD`, `NOT_ALLOWED`
   */
  restore: (args: RecordArgs<TProviders>) => Promise<number | string>
  /**
   * Tries records again that could not be stored: each is fetched alone where its resource can do
   * that, at most 50 and for at most 25 seconds; the rest is left to the next run.
   *
   * @throws RefusedError `UNKNOWN_ISSUE`
   */
  retryRecords: (
    args: { issueIds: readonly (number | string)[] } & Asked,
  ) => Promise<RetriedRecord[]>
  /**
   * Queues a run again that failed, was cancelled or did not read everything. It goes on from its
   * checkpoint.
   *
   * @throws RefusedError `UNKNOWN_RUN`, `NOTHING_TO_RETRY`
   */
  retryRun: (args: RunArgs) => Promise<Run>
  /**
   * Queues runs, for workers to do: of one resource, or of all of the provider that have the mode.
   * What is queued already is not queued twice; its run is returned instead.
   *
   * @throws RefusedError for a name nobody knows, a mode the resource does not have, or a provider
   * that is not set up
   */
  startRun: (args: StartArgs<TProviders>) => Promise<Run[]>
  /** What runs, what ran, how fresh everything is, and what is wrong. */
  status: (args?: Asked) => Promise<SyncStatus>
  /** Lets syncs write fields again. What was said of them meanwhile is merged now. */
  unlock: (args: LockArgs<TProviders>) => Promise<FieldLocks>
} & ScheduleApi<TProviders>
