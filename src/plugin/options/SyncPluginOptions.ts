import type { CollectionConfig, PayloadRequest } from 'payload'

import type {
  ConflictPolicy,
  OnLocalDelete,
  OnMissing,
  Provider,
  RecordRules,
} from '../../sdk/index.js'
import type { Clock } from '../../shared/clock.js'
import type { BeforeWrite } from '../../sync/run/BeforeWrite.js'
import type { MachineryKey } from './collectionKeys.js'
import type { OnChange, OnRunEnd } from './EventOptions.js'
import type { FileOptions } from './files/FileOptions.js'
import type { LimitOptions } from './limits/LimitOptions.js'
import type { LiveOptions } from './live/LiveOptions.js'
import type { MetricsOptions } from './metrics/MetricsOptions.js'
import type { NotificationOptions } from './notifications/NotificationOptions.js'
import type { RetentionOptions } from './retention/RetentionOptions.js'
import type { ScheduleOptions } from './ScheduleOptions.js'

/** Whether a request may do something. */
export type AccessCheck = (args: { req: PayloadRequest }) => boolean | Promise<boolean>

/** How a collection of the plugin is to look in this project. */
export type CollectionOptions = {
  /**
   * The last word on the collection's config: add fields, hooks or access, drop what you do not
   * want. Fields it keeps must keep their names.
   */
  overrides?: (collection: CollectionConfig) => CollectionConfig
  /** @default the collection's key. Change it where the project has a collection of that name. */
  slug?: string
}

/** What a project says of a kit as a whole. */
export type KitOptions = {
  /**
   * Whether anybody may read the kit's collections, without signing in, in REST, GraphQL and where
   * the Local API checks access: what is published and not in the trash, without `provider` and
   * `externalId`. `access.read` of an override wins.
   *
   * @default false: people who are signed in
   */
  publicRead?: boolean
}

/** What `syncPlugin` is given. Everything but `providers` has a default. */
export type SyncPluginOptions = {
  /**
   * When a record counts as missing. Only complete reads of a scope by full runs count. In a scope
   * with fewer than five records a person has to confirm it.
   */
  absence?: {
    /**
     * Complete reads in a row that must lack a record. Raise it for a provider that loses records
     * for a while.
     *
     * @default 3
     */
    after?: number
    /**
     * The share of a scope, 0 to 1, that is too much to be absent at once: it, and more, is taken for
     * a mistake of the provider, and no absence is counted until a person confirms it.
     *
     * @default 0.5
     */
    maxShare?: number
    /**
     * What becomes of the document of a missing record. What `resources` or a resource itself says
     * wins.
     *
     * @default 'flag': an issue tells, and the document stays as it is
     */
    onMissing?: OnMissing
  }
  access?: {
    /**
     * Who may see and manage the connections of everybody, and all that comes of them: runs,
     * schedules, issues, counts. Whoever may see the sync view may make connections, and sees and
     * manages those that are their own.
     *
     * @default nobody
     */
    connections?: AccessCheck
    /** Who may make, change, delete and reset schedules. @default as `trigger`'s default */
    manage?: AccessCheck
    /**
     * Who may start, cancel and retry syncs, and refresh single records.
     *
     * @default users who may enter the admin panel
     */
    trigger?: AccessCheck
    /**
     * Who may see the sync view, logs and issues, and read the REST routes. @default as `trigger`'s
     * default
     */
    view?: AccessCheck
  }
  /**
   * The most records stored in one transaction. Lower it when hooks of yours make writes slow, so
   * that an interrupted run repeats less. A resource may say less for itself.
   *
   * @default 500
   */
  batchSize?: number
  /**
   * The last word on what a sync writes to a document, for all collections and also for documents
   * that stand in for a record not read yet: fills in what the provider cannot know, such as the
   * tenant. What it adds is the project's own, neither the provider's nor an editor's: no conflict
   * comes of it, and no write, because it is asked only where something is written anyway.
   */
  beforeWrite?: BeforeWrite
  /** Where the time comes from; tests move it. @default the machine's clock */
  clock?: Clock
  /**
   * By key: those of the plugin's own machinery and those of the providers' kits. Where two kits
   * have the same key, write the kit's name before it: `'library.books'`.
   */
  collections?: {
    [key: string]: CollectionOptions | undefined
  } & { [Key in MachineryKey]?: CollectionOptions }
  database?: {
    /**
     * PostgreSQL's own address, where the adapter has that of a pooler in transaction mode: workers
     * keep their locks, notifications and queue there.
     *
     * @default the environment variable `DIRECT_URL`
     */
    directUrl?: string
  }
  /**
   * `false` keeps the collections, so that the database stays as it is, and turns everything else
   * off.
   *
   * @default true
   */
  enabled?: boolean
  /** What becomes of archives that people bring to be imported. */
  files?: FileOptions
  /** By name of the kit: `{ library: { publicRead: true } }`. */
  kits?: { [name: string]: KitOptions | undefined }
  /** How much may be asked of the REST routes. More is answered with status 429. */
  limits?: LimitOptions
  /**
   * What visitors of a site may follow as it changes, without signing in: `GET
   * /sync/live/:collection`. They are told only what they may read.
   *
   * @default nothing
   */
  live?: LiveOptions
  /** Who may read the metrics, and the reasons of the health, beside people. */
  metrics?: MetricsOptions
  /**
   * Who is told when a sync fails, stops or needs a decision, and how: the bell in the admin panel,
   * webhooks, e-mails, a function.
   *
   * @default the bell
   */
  notifications?: NotificationOptions
  /**
   * Told what syncs changed, after it was committed: batch by batch, of one run in order. At least
   * once, also when the process dies in between; so it must bear to be told twice. What it throws
   * fails no run: it is called again, after 1 second, 2, 4 and so on up to 15 minutes, for three
   * days. A call may take five minutes.
   *
   * @default nobody is told
   */
  onChange?: OnChange
  /**
   * What becomes of a record whose document a person has deleted: it stays away until a person
   * restores it (`keepAway`), or the next sync creates it again (`recreate`).
   *
   * @default 'keepAway'
   */
  onLocalDelete?: OnLocalDelete
  /**
   * Told of each run that has ended, however it ended, in the same way as `onChange`, and after what
   * that was told of the run.
   *
   * @default nobody is told
   */
  onRunEnd?: OnRunEnd
  /**
   * When this plugin runs among the others, wherever it stands in `plugins`: those with a lower
   * `order` run before it, those with a higher one and those without, whose order is 0, after it.
   * Plugins that act on collections (search, SEO, tenants) must run after it; one that makes a
   * collection which a provider fills must run before it.
   *
   * @default -10
   */
  order?: number
  /**
   * What becomes of a field that an editor and the provider both changed: the editor's value stays
   * (`editor`), the provider's is written and the issue keeps the editor's (`provider`), or nothing
   * is written to it until a person decides (`ask`). What `resources` or a resource itself says
   * wins.
   *
   * @default 'editor'
   */
  policy?: ConflictPolicy
  /** The outside systems to keep in step with. */
  providers: readonly Provider[]
  queue?: {
    /**
     * The Postgres schema of the queue's own tables: lower-case letters, digits and `_`. It must be
     * no schema of the project's tables, nor one in which the project has a graphile-worker of its
     * own. What waits in the schema of earlier versions, `graphile_worker`, is moved to it.
     *
     * @default 'payload_sync_queue'
     */
    schema?: string
  }
  quota?: {
    /**
     * The share of each budget of a provider's requests, 0 to 0.9, that full and incremental runs
     * leave to live ones, where the provider has any. Raise it when live runs are put off for a
     * spent quota.
     *
     * @default 0.2
     */
    liveReserve?: number
  }
  /**
   * Rules of single resources, by provider and resource: `{ 'acme.books': { policy: 'ask' }
   * }`. They win over what the resource itself says.
   */
  resources?: { [name: string]: RecordRules | undefined }
  /** How long runs and issues are kept that are over. */
  retention?: RetentionOptions
  /**
   * How often in a row a run is tried again that got nowhere for a passing reason: the network, the
   * provider's server, its quota, the database. The waits grow from seconds to a quarter of an
   * hour; `0` lets the first failure stand.
   *
   * @default 5
   */
  retries?: number
  scheduler?: {
    /**
     * Whether this process fires the slots of schedules. `auto` says yes in a Next server and in
     * `payload sync work`, and no in builds, other commands and under `NODE_ENV=test`.
     *
     * @default 'auto'
     */
    enabled?: 'auto' | boolean
    /**
     * The most schedules a connection may have.
     *
     * @default 100
     */
    perConnection?: number
    /**
     * The most schedules that the connections of one person may have together, those that are off
     * included.
     *
     * @default 20
     */
    perOwner?: number
    /**
     * Whether the schedules that providers propose are taken. An entry of `schedules` for the same
     * resource, connection and mode replaces the proposed one in any case.
     *
     * @default true
     */
    proposed?: boolean
  }
  /** When to sync what. @default what the providers propose */
  schedules?: readonly ScheduleOptions[]
  /**
   * Which of two configs on one database is newer, as in a rolling deployment: a moment in ISO 8601,
   * or a number. An older one changes none of the config's schedules while a newer one was seen in
   * the last 36 hours. A moment and a number are not compared.
   *
   * @default in production, when `next build` made `.next/BUILD_ID`; else none
   */
  version?: number | string
  worker?: {
    /**
     * How many runs a process works on at once, by lane. Each takes a database connection while it
     * writes: stay well below the pool's size.
     *
     * @default { bulk: 2, live: 1 }
     */
    concurrency?: { bulk?: number; live?: number }
    /**
     * Whether a process that serves the project works on the queue. `auto` says yes in a Next
     * server and no in builds and CLI commands; say `true` for a server that is not Next's.
     *
     * @default 'auto'
     */
    enabled?: 'auto' | boolean
    /**
     * How many runs may be at work at once, on all hosts together. The others wait.
     *
     * @default 10
     */
    overall?: number
    /**
     * How many runs of one connection and lane may be at work at once, anywhere. With more than one
     * a resource may be read before those it refers to.
     *
     * @default 1
     */
    perConnection?: number
    /**
     * How many runs of the connections of one person may be at work at once, on all hosts together.
     *
     * @default 2
     */
    perOwner?: number
    /**
     * How long a worker stays with a run before it lets others go first, in milliseconds. Lower it
     * where the host ends a process after a while.
     *
     * @default 300_000
     */
    sliceMs?: number
    /**
     * How long a process may be silent before the database takes its locks and its runs go on
     * elsewhere, in milliseconds.
     *
     * @default 60_000
     */
    stallLimitMs?: number
  }
}
