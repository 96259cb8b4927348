import { z } from 'zod'

import type { Provider } from '../../sdk/index.js'
import type { ConfigSchedule } from '../../sync/schedule/ConfigSchedule.js'
import type { ScheduleSettings, Timing } from '../../sync/schedule/Schedule.js'
import type { ScheduleOptions } from './ScheduleOptions.js'

import { DEFAULT_CONNECTION } from '../../sdk/connections/Connection.js'
import { SYNC_MODES } from '../../sdk/index.js'
import { DEFAULT_PRIORITY, PRIORITIES } from '../../sync/run/Run.js'
import { findTimingProblems } from '../../sync/schedule/findTimingProblems.js'
import { DEFAULT_TIMEZONE, FREQUENCIES } from '../../sync/schedule/Schedule.js'
import { fromCron } from '../../sync/schedule/slots/fromCron.js'

const common = {
  catchUp: z.boolean().optional(),
  connection: z.string().min(1).optional(),
  enabled: z.boolean().optional(),
  mode: z.enum(SYNC_MODES),
  note: z.string().optional(),
  priority: z.enum(PRIORITIES).optional(),
  provider: z.string().min(1),
  resource: z.string().min(1).optional(),
  timezone: z.string().min(1).optional(),
}

export const scheduleSchema = z.union(
  [
    z.strictObject({ ...common, cron: z.string() }),
    z.strictObject({
      ...common,
      frequency: z.enum(FREQUENCIES).exclude(['cron']),
      hour: z.int().min(0).max(23).optional(),
      minute: z.int().min(0).max(59).optional(),
      monthDay: z.int().min(1).max(28).optional(),
      weekday: z.int().min(0).max(6).optional(),
    }),
  ],
  'expected provider, mode, and either cron or frequency with hour, minute, weekday or monthDay',
)

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

/** What cannot work in schedules of a right shape. */
export const findScheduleProblems = ({
  providers,
  schedules,
}: Omit<ResolveSchedulesArgs, 'hasDefaults'>): string[] =>
  schedules.flatMap((options, index) => {
    const provider = providers.find(({ name }) => name === options.provider)
    return [
      ...(provider
        ? findWorkProblems({ options, provider })
        : [`there is no provider "${options.provider}"`]),
      ...findTimingProblems(toTiming(options)).map(({ message }) => message),
    ].map((problem) => `schedules.${index}: ${problem}`)
  })

type FindWorkProblemsArgs = { options: ScheduleOptions; provider: Provider }

const findWorkProblems = ({ options, provider }: FindWorkProblemsArgs): string[] => {
  const { mode, resource: wanted } = options
  const { name, connections, resources } = provider
  const connection = toConnection({ options, provider })
  const isAble = [...resources].some(
    ([name, { scopes }]) => scopes[mode] && (wanted === undefined || wanted === name),
  )
  const resource = wanted === undefined ? 'resource' : `resource "${wanted}"`
  const known = [...connections.keys()].join(', ')
  return [
    ...(connection === null || connections.has(connection)
      ? []
      : [`${name} has no connection "${connection}" (known: ${known})`]),
    ...(isAble ? [] : [`${name} has no ${resource} with mode ${mode}`]),
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
const toConnection = ({
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

const toTiming = (options: ScheduleOptions): Timing => {
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
