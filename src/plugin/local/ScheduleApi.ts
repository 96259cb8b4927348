import type { PayloadRequest } from 'payload'

import type { Provider, SyncMode } from '../../sdk/index.js'
import type { ScheduleFigures, SyncReport } from '../../sync/operations/reports/getReport.js'
import type { Priority, Run } from '../../sync/run/Run.js'
import type { Frequency, Schedule } from '../../sync/schedule/Schedule.js'

/**
 * Whose access counts, as with `overrideAccess: false` of Payload's Local API.
 *
 * @default nobody's, everything is allowed
 */
type Asked = { req?: PayloadRequest }

/** When a schedule fires, and what its runs are like. */
export type ScheduleTiming = {
  /** Whether the newest slot that passed while no process was up is run once. @default true */
  catchUp?: boolean
  /** Five fields: minute, hour, day of the month, month, day of the week; for `cron`. */
  cron?: string
  /** @default true */
  enabled?: boolean
  frequency: Frequency
  /** 0 to 23. @default 0 */
  hour?: number
  /** 0 to 59. @default 0 */
  minute?: number
  /** `full`, `incremental` or `live`. */
  mode: SyncMode
  /** 1 to 28. @default 1 */
  monthDay?: number
  note?: string
  /** @default 'normal' */
  priority?: Priority
  /** IANA name. @default 'UTC' */
  timezone?: string
  /** 0 (Sunday) to 6. @default 1 */
  weekday?: number
}

type ResourceOf<TProvider> = TProvider extends Provider<string, infer TResource> ? TResource : never

type ScheduleWork<TProviders extends readonly Provider[]> = {
  [TName in TProviders[number]['name']]: {
    /**
     * Its name, or the id of its row in `syncConnections`.
     *
     * @default the one called `default`
     */
    connection?: number | string
    /** @default the one that has the connection, where one alone does */
    provider?: TName
    /** @default every resource that has the mode */
    resource?: ResourceOf<Extract<TProviders[number], { name: TName }>>
  }
}[TProviders[number]['name']]

/** What `createSchedule` is given. */
export type CreateScheduleArgs<TProviders extends readonly Provider[] = readonly Provider[]> =
  Asked & ScheduleTiming & ScheduleWork<TProviders>

/** What `updateSchedule` is given; what is left out stays. */
export type UpdateScheduleArgs = { id: Schedule['id'] } & Asked & Partial<ScheduleTiming>

type OneArgs = { id: Schedule['id'] } & Asked

type PeriodArgs = {
  /** A day or a moment, ISO 8601. @default thirty days before `to` */
  from?: string
  /** A day, which is included, or a moment, ISO 8601. @default now */
  to?: string
}

/** What the runs of a schedule come to. */
export type ScheduleStats = { schedule: Schedule } & ScheduleFigures

/** What code of the project may do with schedules. With a `req`, for whom its user may. */
export type ScheduleApi<TProviders extends readonly Provider[] = readonly Provider[]> = {
  /**
   * Makes a schedule.
   *
   * @throws ValidationError of Payload when it cannot work, is there already, or is one too many
   * @throws RefusedError `UNKNOWN_CONNECTION`, `UNKNOWN_PROVIDER`
   */
  createSchedule: (args: CreateScheduleArgs<TProviders>) => Promise<Schedule>
  /** Deletes a schedule. Its runs stay. @throws RefusedError `UNKNOWN_SCHEDULE` */
  deleteSchedule: (args: OneArgs) => Promise<void>
  /**
   * What the runs of a schedule come to that ended in a time.
   *
   * @throws RefusedError `UNKNOWN_SCHEDULE`
   * @throws RangeError for a time that is none
   */
  getScheduleStats: (args: OneArgs & PeriodArgs) => Promise<ScheduleStats>
  /** Switches a schedule off; it keeps its place. @throws RefusedError `UNKNOWN_SCHEDULE` */
  pauseSchedule: (args: OneArgs) => Promise<Schedule>
  /**
   * What all runs come to that ended in a time: all in all, per provider, connection, schedule and
   * part of the time.
   *
   * @throws RangeError for a time that is none
   */
  report: (args?: Asked & PeriodArgs) => Promise<SyncReport>
  /**
   * Closes an issue about a schedule. It is opened again when the schedule is saved as it is.
   *
   * @throws RefusedError `UNKNOWN_ISSUE`
   */
  resolveIssue: (args: { id: number | string } & Asked) => Promise<void>
  /** Switches a schedule on again. @throws RefusedError `UNKNOWN_SCHEDULE` */
  resumeSchedule: (args: OneArgs) => Promise<Schedule>
  /**
   * Queues now what a schedule would at its next slot, which it keeps.
   *
   * @throws RefusedError `UNKNOWN_SCHEDULE`, and as `startRun` does
   */
  runSchedule: (args: OneArgs) => Promise<Run[]>
  /** When what is synced; those that are off as well. */
  schedules: (
    args?: { provider?: TProviders[number]['name'] } & Asked,
  ) => Promise<readonly Schedule[]>
  /**
   * Changes a schedule.
   *
   * @throws ValidationError of Payload, as `createSchedule` does
   * @throws RefusedError `UNKNOWN_SCHEDULE`
   */
  updateSchedule: (args: UpdateScheduleArgs) => Promise<Schedule>
}
