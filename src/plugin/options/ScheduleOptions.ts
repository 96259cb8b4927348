import type { SyncMode } from '../../sdk/index.js'
import type { Priority } from '../../sync/run/Run.js'
import type { Frequency } from '../../sync/schedule/Schedule.js'

type Rhythm =
  | {
      /** `minutely`, `hourly`, `daily`, `weekly` or `monthly`. */
      frequency: Exclude<Frequency, 'cron'>
      /** 0 to 23. @default 0 */
      hour?: number
      /** 0 to 59. @default 0 */
      minute?: number
      /** 1 to 28. @default 1 */
      monthDay?: number
      /** 0 (Sunday) to 6. @default 1 */
      weekday?: number
    }
  | {
      /** Five fields: minute, hour, day of the month, month, day of the week. */
      cron: string
    }

/** When to sync what. People may re-time it or turn it off in the admin panel. */
export type ScheduleOptions = {
  /**
   * Whether a slot that passed while no process was up is run once when one is.
   *
   * @default true
   */
  catchUp?: boolean
  /**
   * @default the one called `default`; every active one, each by itself, of a provider that people
   * enter connections of
   */
  connection?: string
  /** @default true */
  enabled?: boolean
  mode: SyncMode
  /** Shown to the people who edit schedules. */
  note?: string
  /** @default 'normal' */
  priority?: Priority
  provider: string
  /** @default every resource of the provider that has the mode */
  resource?: string
  /** IANA name, such as `Europe/Berlin`. @default 'UTC' */
  timezone?: string
} & Rhythm
