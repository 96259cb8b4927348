import type { ScheduleSettings } from './Schedule.js'

/** A schedule that the config asks for; its key ties it to its row from start to start. */
export type ConfigSchedule = { key: string } & ScheduleSettings
