import type { ScheduleSettings } from '../../../../sync/schedule/Schedule.js'

type Document = Partial<Record<keyof ScheduleSettings, unknown>>

/** The settings in a schedule's document; an empty text is none. */
export const toScheduleSettings = (document: Document): ScheduleSettings => ({
  catchUp: document.catchUp === true,
  connection: toText(document.connection),
  cron: toText(document.cron),
  enabled: document.enabled === true,
  frequency: document.frequency as ScheduleSettings['frequency'],
  hour: toNumber(document.hour),
  minute: toNumber(document.minute),
  mode: document.mode as ScheduleSettings['mode'],
  monthDay: toNumber(document.monthDay),
  note: toText(document.note),
  priority: document.priority as ScheduleSettings['priority'],
  provider: document.provider as string,
  resource: toText(document.resource),
  timezone: document.timezone as string,
  weekday: toNumber(document.weekday),
})

const toText = (value: unknown): null | string =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

const toNumber = (value: unknown): null | number => (typeof value === 'number' ? value : null)
