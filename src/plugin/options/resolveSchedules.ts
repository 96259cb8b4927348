import type { Provider } from '../../sdk/index.js'
import type { ConfigSchedule } from '../../sync/schedule/ConfigSchedule.js'
import type { ScheduleSettings, Timing } from '../../sync/schedule/Schedule.js'
import type { ScheduleOptions } from './ScheduleOptions.js'

import { DEFAULT_CONNECTION } from '../../sdk/connections/Connection.js'
import { DEFAULT_PRIORITY } from '../../sync/run/Run.js'
import { DEFAULT_TIMEZONE } from '../../sync/schedule/Schedule.js'
import { fromCron } from '../../sync/schedule/slots/fromCron.js'

type ResolveSchedulesArgs = {
  /** Whether what providers propose is taken, where no option says otherwise. */
  hasDefaults: boolean
  providers: readonly Provider[]
  schedules: readonly ScheduleOptions[]
}

/** Every schedule the config asks for. An option replaces what its provider proposes. */
export const resolveSchedules = ({
  hasDefaults,
  providers,
  schedules,
}: ResolveSchedulesArgs): ConfigSchedule[] => {
  const own = schedules.map((options) =>
    toSettings({ options, provider: providers.find(({ name }) => name === options.provider) }),
  )
  const replaced = new Set(own.map(nameWork))
  const proposed = hasDefaults ? providers.flatMap(listProposed) : []
  return [
    ...withKeys('option', own),
    ...withKeys(
      'provider',
      proposed.filter((schedule) => !replaced.has(nameWork(schedule))),
    ),
  ]
}

/** What a provider proposes, for each of its connections. */
const listProposed = (provider: Provider): ScheduleSettings[] => {
  const { name, accounts, connections, resources } = provider
  const ofResources = [...resources].flatMap(([resource, { schedules }]) =>
    schedules.map(({ cron, mode }) => ({ cron, mode, resource })),
  )
  if (accounts) {
    return (accounts.schedules ?? ofResources).map((proposed) => ({
      ...toSettings({ options: { ...proposed, provider: name }, provider }),
      connection: null,
    }))
  }
  return [...connections.keys()].flatMap((connection) =>
    ofResources.map((proposed) =>
      toSettings({ options: { ...proposed, connection, provider: name }, provider }),
    ),
  )
}

type ToSettingsArgs = { options: ScheduleOptions; provider: Provider | undefined }

/** Where people enter connections, a schedule that names none is of every one of them. */
export const toConnection = ({
  options: { connection },
  provider,
}: ToSettingsArgs): ScheduleSettings['connection'] =>
  connection ??
  (provider?.accounts && !provider.connections.has(DEFAULT_CONNECTION) ? null : DEFAULT_CONNECTION)

const toSettings = ({ options, provider }: ToSettingsArgs): ScheduleSettings => ({
  catchUp: options.catchUp ?? true,
  connection: toConnection({ options, provider }),
  enabled: options.enabled ?? true,
  mode: options.mode,
  note: options.note ?? null,
  priority: options.priority ?? DEFAULT_PRIORITY,
  provider: options.provider,
  resource: options.resource ?? null,
  ...toTiming(options),
})

/** What an option says of the time, as schedules have it. */
export const toTiming = (options: ScheduleOptions): Timing => {
  const { timezone = DEFAULT_TIMEZONE } = options
  if ('cron' in options) {
    return fromCron({ cron: options.cron.trim().replace(/\s+/g, ' '), timezone })
  }
  const { frequency, hour = null, minute = null, monthDay = null, weekday = null } = options
  return { cron: null, frequency, hour, minute, monthDay, timezone, weekday }
}

const nameWork = ({ connection, mode, provider, resource }: ScheduleSettings): string =>
  [provider, resource ?? '*', connection ?? '*', mode].join('/')

/** The same work at two times makes two schedules, told apart by their order. */
const withKeys = (source: string, schedules: readonly ScheduleSettings[]): ConfigSchedule[] => {
  const counts = new Map<string, number>()
  return schedules.map((schedule) => {
    const name = `${source}:${nameWork(schedule)}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return { ...schedule, key: count === 1 ? name : `${name}#${count}` }
  })
}
