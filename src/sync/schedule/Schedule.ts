import type { SyncMode } from '../../sdk/index.js'
import type { Priority } from '../run/Run.js'

/** Preset rhythms, and `cron` for every other. */
export const FREQUENCIES = ['minutely', 'hourly', 'daily', 'weekly', 'monthly', 'cron'] as const

export type Frequency = (typeof FREQUENCIES)[number]

/** No hour is left out or comes twice in it. */
export const DEFAULT_TIMEZONE = 'UTC'

/** `config`: from the options or a provider's defaults. `admin`: made by a person or a script. */
export const ORIGINS = ['config', 'admin'] as const

export type Origin = (typeof ORIGINS)[number]

/** When a schedule fires. Fields that its frequency does not ask for are not looked at. */
export type Timing = {
  /** Five fields; for `cron`. */
  cron: null | string
  frequency: Frequency
  /** 0 to 23; from `daily` on. */
  hour: null | number
  /** 0 to 59; from `hourly` on. */
  minute: null | number
  /** 1 to 28; for `monthly`. */
  monthDay: null | number
  /** IANA name. */
  timezone: string
  /** 0 (Sunday) to 6; for `weekly`. */
  weekday: null | number
}

/** What a schedule asks for. */
export type ScheduledWork = {
  /** `null`: every active one of the provider, each by itself. */
  connection: null | string
  mode: SyncMode
  provider: string
  /** `null`: every resource of the provider that has the mode. */
  resource: null | string
}

/** What a config or a person decides about a schedule. */
export type ScheduleSettings = {
  /** Whether a slot that passed while nobody looked is run once somebody does. */
  catchUp: boolean
  enabled: boolean
  note: null | string
  priority: Priority
} & ScheduledWork &
  Timing

/** When to run what, as its row in `syncSchedules` tells it. */
export type Schedule = {
  /** The newest slot up to which `skippedSlots` counts; ISO 8601. */
  countedUntil: null | string
  id: number | string
  /** Names a schedule of the config from start to start; `null` for those of people. */
  key: null | string
  /** Why its newest slot started no run. */
  lastError: null | string
  lastSlotAt: null | string
  /** `null` while it is off. */
  nextSlotAt: null | string
  origin: Origin
  /** Since when the config has it no more. */
  retiredAt: null | string
  /** How many slots passed unused while nobody looked. */
  skippedSlots: number
} & ScheduleSettings
