import type { KnownLimit } from '../../engine/work/findLimits.js'
import type { Schedule, ScheduleSettings } from '../../schedule/Schedule.js'

export const CLASH_KINDS = ['duplicate', 'overlap', 'collision', 'limit', 'owner', 'quota'] as const

export type ClashKind = (typeof CLASH_KINDS)[number]

/** A way in which schedules would get in each other's way, or in their own. */
export type Clash = {
  kind: ClashKind
  /** An `error` keeps a schedule from being saved. */
  level: 'error' | 'warning'
  /** Whom it is about, the one to change first. */
  schedules: Schedule['id'][]
  /** What the text about it names: times as ISO 8601, durations in minutes. */
  values: Record<string, number | string>
}

/** A schedule as the search for clashes sees it; one that is not saved yet has an id of its own. */
export type Candidate = { id: Schedule['id'] } & ScheduleSettings

/** What a run of some work takes, from those that were. `null` before the first one. */
export type Forecast = { durationMs: number; requests: number } | null

/** What every kind of search is given. */
export type ClashContext = {
  /** What a run of a schedule takes, or these resources' part of it. */
  forecast: (schedule: Candidate, resources?: readonly string[]) => Forecast
  limits: readonly KnownLimit[]
  /** The most schedules a connection may have. */
  perConnection: number
  /** That are switched on. */
  schedules: readonly Candidate[]
  /** The coming slots of a schedule, in milliseconds since 1970, the soonest first. */
  slotsOf: (schedule: Candidate) => readonly number[]
}

/** One that has much to look at takes turns. */
export type FindClashes = (context: ClashContext) => Clash[] | Promise<Clash[]>

export const nameWork = ({ mode, provider, resource }: Candidate): string =>
  [provider, resource ?? '*', mode].join(' / ')

export const nameConnection = ({
  connection,
  provider,
}: Pick<Candidate, 'connection' | 'provider'>): string => `${provider}/${connection}`
