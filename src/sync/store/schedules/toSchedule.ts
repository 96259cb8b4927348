import type { Schedule } from '../../schedule/Schedule.js'
import type { Database } from '../Database.js'

type ScheduleRow = Record<keyof Schedule, unknown>

/** Every column of a schedule, for a select. */
export const scheduleColumns = (database: Database) => {
  const table = database.table('syncSchedules')
  return {
    id: table.id!,
    catchUp: table.catchUp!,
    connection: table.connection!,
    countedUntil: table.countedUntil!,
    cron: table.cron!,
    enabled: table.enabled!,
    frequency: table.frequency!,
    hour: table.hour!,
    key: table.key!,
    lastError: table.lastError!,
    lastSlotAt: table.lastSlotAt!,
    minute: table.minute!,
    mode: table.mode!,
    monthDay: table.monthDay!,
    nextSlotAt: table.nextSlotAt!,
    note: table.note!,
    origin: table.origin!,
    priority: table.priority!,
    provider: table.provider!,
    resource: table.resource!,
    retiredAt: table.retiredAt!,
    skippedSlots: table.skippedSlots!,
    timezone: table.timezone!,
    weekday: table.weekday!,
  }
}

/** The public face of a schedule's row: Postgres sends numerics as text and moments its own way. */
export const toSchedule = (row: ScheduleRow): Schedule => ({
  ...(row as Schedule),
  catchUp: row.catchUp === true,
  connection: toText(row.connection),
  countedUntil: toIso(row.countedUntil),
  cron: toText(row.cron),
  enabled: row.enabled === true,
  hour: toNumber(row.hour),
  lastSlotAt: toIso(row.lastSlotAt),
  minute: toNumber(row.minute),
  monthDay: toNumber(row.monthDay),
  nextSlotAt: toIso(row.nextSlotAt),
  note: toText(row.note),
  resource: toText(row.resource),
  retiredAt: toIso(row.retiredAt),
  skippedSlots: toNumber(row.skippedSlots) ?? 0,
  weekday: toNumber(row.weekday),
})

/** A form saves an empty text where nothing was entered. */
const toText = (value: unknown): null | string => (value as null | string) || null

const toNumber = (value: unknown): null | number =>
  value === null || value === undefined || value === '' ? null : Number(value)

const toIso = (moment: unknown): null | string =>
  typeof moment === 'string' ? new Date(moment).toISOString() : null
