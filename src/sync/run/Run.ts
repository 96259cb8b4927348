import type { RunStatus } from './RunStatus.js'

import { SYNC_MODES } from '../../sdk/index.js'

/** `live` work never waits behind `bulk` work. */
export const LANES = ['live', 'bulk'] as const

export type Lane = (typeof LANES)[number]

/** Who goes first within a lane, the most urgent first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const

export type Priority = (typeof PRIORITIES)[number]

export const DEFAULT_PRIORITY: Priority = 'normal'

/** Of a run that reads nothing: a person has decided conflicts of many records. */
export const DECIDE_MODE = 'decide'

/** What a run reads, or `decide`. */
export const RUN_MODES = [...SYNC_MODES, DECIDE_MODE] as const

export type RunMode = (typeof RUN_MODES)[number]

/** What asked for a run. */
export const TRIGGERS = ['schedule', 'manual', 'api', 'cli', 'retry'] as const

export type Trigger = (typeof TRIGGERS)[number]

/** The code of a run that is held up by nothing but time: its provider is asked again later. */
export const WAITING = 'WAITING'

/** What became of the records of a run. `fetched` is the sum of the five outcomes behind it. */
export const COUNT_NAMES = [
  'fetched',
  'created',
  'updated',
  'unchanged',
  'deferred',
  'invalid',
  'conflicts',
  'missing',
] as const

export type Counts = Record<(typeof COUNT_NAMES)[number], number>

export const NO_COUNTS = Object.fromEntries(COUNT_NAMES.map((name) => [name, 0])) as Counts

/** How far a run got, in words and numbers for people. */
export type Progress = {
  /** The scope being read: `Main library, novels`. */
  label: null | string
  /** The page of that scope that is being read, from 1. */
  page: null | number
  /** Of the scope being read. */
  recordsDone: number
  /** Of the scope being read, where its provider says how many there are. */
  recordsTotal: null | number
  scopesDone: number
  /** Known once the scopes were listed. */
  scopesTotal: null | number
}

/** Of a scope that is not begun. */
export const NO_RECORDS = { recordsDone: 0, recordsTotal: null } as const

/** The moment of a schedule that a run was queued for. */
export type Slot = {
  /** When it was due. */
  at: string
  /** How much later the run was queued, in milliseconds. */
  lateMs: number
  /** `null` when the schedule has been deleted since. */
  schedule: null | number | string
  /** How many earlier slots had passed unused by then. */
  skipped: number
}

/** A user, of whatever collection. */
export type Initiator = { collection: string; id: number | string }

/** One execution of one resource, connection and mode, as its row in `syncLogs` tells it. */
export type Run = {
  attempt: number
  connection: string
  counts: Counts
  createdAt: string
  error: { code: string; message: string } | null
  finishedAt: null | string
  id: number | string
  /** Who asked for it; `null` when nobody did. */
  initiatedBy: Initiator | null
  lane: Lane
  mode: RunMode
  priority: Priority
  progress: Progress
  provider: string
  requests: number
  resource: string
  /** When a run that failed for a passing reason, or that waits for its provider, goes on. */
  retryAt: null | string
  /** `null` for a run that no schedule asked for. */
  scheduled: null | Slot
  startedAt: null | string
  status: RunStatus
  trigger: Trigger
}
