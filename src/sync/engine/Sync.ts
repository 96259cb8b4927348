import type { Payload, PayloadRequest } from 'payload'

import type { Provider } from '../../sdk/index.js'
import type { Clock } from '../../shared/clock.js'
import type { BeforeWrite } from '../run/BeforeWrite.js'
import type { Lane } from '../run/Run.js'
import type { ConfigSchedule } from '../schedule/ConfigSchedule.js'
import type { ConfigVersion } from '../schedule/ConfigVersion.js'
import type { Database } from '../store/Database.js'
import type { Subscribers } from '../store/events/Subscriber.js'
import type { NoticeSettings } from '../store/notices/Channel.js'
import type { AbsenceRules } from '../store/records/absence/countAbsence.js'
import type { Retention } from '../store/retention/PRUNED.js'
import type { RunLimits } from '../store/runs/claim/hasRoom.js'
import type { ResourceRules } from './rules/ResourceRules.js'

import { loadConnections } from '../store/connections/loadConnections.js'
import { createDatabase } from '../store/Database.js'

/** What the plugin's options come to, kept in the config for whoever holds a Payload instance. */
export type SyncSettings = {
  absence: AbsenceRules
  /** The most records committed at once. */
  batchSize: number
  /** The project's word on what is written. */
  beforeWrite: BeforeWrite | undefined
  clock: Clock
  /** PostgreSQL's own address, where the adapter has that of a pooler. It holds a password. */
  directUrl: string | undefined
  /** What becomes of files that people bring: whether they stay, and how large they may be. */
  files: { keep: boolean; maxBytes: number }
  /** Whether this process does a single command, and `onInit` starts nothing. */
  isCommand?: boolean
  /** How many runs may be at work at once, anywhere. */
  limits: RunLimits
  /** The share of each budget of requests, 0 to 1, that is left for live runs. */
  liveReserve: number
  /** What people are told of, and by which ways. */
  notices: NoticeSettings
  /** How many runs of one connection and lane may be at work at once, anywhere. */
  perConnection: number
  providers: ReadonlyMap<string, Provider>
  /** The Postgres schema that the queue's own tables are in. */
  queueSchema: Database['queueSchema']
  /** How long what is over is kept. */
  retention: Retention
  /** How often in a row a run is tried again that got nowhere for a passing reason. */
  retries: number
  /** What is to become of the records of a resource. */
  rulesOf: (args: { provider: string; resource: string }) => ResourceRules
  scheduler: {
    /** `auto`: only in a process that serves the project or works on its queue. */
    enabled: 'auto' | boolean
    /** The most schedules a connection may have. */
    perConnection: number
    /** The most schedules the connections of one person may have together. */
    perOwner: number
  }
  /** What the config asks for; what is done is in the database. */
  schedules: readonly ConfigSchedule[]
  /** How long a worker stays with a run before it lets others go first, in milliseconds. */
  sliceMs: number
  /**
   * The slug of the collection that a resource of a provider fills. A resource names it by a key of
   * the provider's kit, or by the slug of a collection of the project's own.
   */
  slugOf: (args: { collection: string; provider: Provider }) => string
  slugs: Database['slugs']
  /** How long a process may be silent before its runs are taken from it, in milliseconds. */
  stallLimitMs: number
  /** Who is told what happened, by name. */
  subscribers: Subscribers
  /** Which of two configs is newer; `undefined` where nothing tells. */
  version: ConfigVersion | undefined
  worker: {
    /** How many runs this process works on at once, by lane. */
    concurrency: Readonly<Record<Lane, number>>
    /** `auto`: only in a process that serves the project. */
    enabled: 'auto' | boolean
  }
}

/** Everything the plugin knows of one Payload instance. */
export type Sync = { database: Database; payload: Payload } & SyncSettings

/** Where the settings are kept in Payload's config, which never reaches a browser. */
export const SETTINGS_KEY = 'payload-plugin-sync'

/** Whether the project's config has the plugin, switched on. */
export const hasSync = (payload: Payload): boolean =>
  payload.config.custom?.[SETTINGS_KEY] !== undefined

/**
 * The plugin's side of a Payload instance. Read anew each time it is needed: in development the
 * config may have been replaced since.
 *
 * @throws Error when the project's config does not have the plugin
 */
export const getSync = (payload: Payload): Sync => {
  const settings = payload.config.custom?.[SETTINGS_KEY] as SyncSettings | undefined
  if (!settings) {
    throw new Error('This Payload config does not have syncPlugin() among its plugins.')
  }
  const { queueSchema, slugs, stallLimitMs } = settings
  const database = createDatabase({ payload, queueSchema, slugs, stallLimitMs })
  return { ...settings, database, payload }
}

type LoadSyncArgs = {
  payload: Payload
  /** Its transaction asks the database. @default outside of any */
  req?: PayloadRequest
}

/**
 * As `getSync`, with the connections that people entered as they are now: for whatever is decided by
 * them.
 */
export const loadSync = async ({ payload, req }: LoadSyncArgs): Promise<Sync> => {
  const sync = getSync(payload)
  await loadConnections({ ...sync, req })
  return sync
}
