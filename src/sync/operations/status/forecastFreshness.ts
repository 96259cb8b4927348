import type { Resource } from '../../../sdk/index.js'
import type { Schedule } from '../../schedule/Schedule.js'
import type { ResourceStatus } from './SyncStatus.js'

import { findNextSlot } from '../../schedule/slots/slots.js'

/** What a run that begins at its slot may take before its records count as late. */
const GRACE_MS = 60 * 60_000

type ForecastFreshnessArgs = {
  /** ISO 8601. */
  lastSuccessAt: null | string
  name: string
  now: Date
  resource: Resource
  /** Those of its provider that are on. */
  schedules: readonly Schedule[]
}

/** When a resource is synced next by itself, and by when its next success is promised. */
export const forecastFreshness = ({
  name,
  lastSuccessAt,
  now,
  resource: { scopes },
  schedules,
}: ForecastFreshnessArgs): Pick<ResourceStatus, 'freshUntil' | 'nextSlotAt'> => {
  const own = schedules.filter(
    ({ mode, resource }) => scopes[mode] !== undefined && (resource === null || resource === name),
  )
  const next = findFirst(own.map((schedule) => toNextSlot({ now, schedule })))
  const promised =
    lastSuccessAt === null
      ? undefined
      : findFirst(
          own
            // A live schedule promises nothing while nothing is on.
            .filter(({ mode }) => mode !== 'live')
            .map((timing) => findNextSlot({ after: new Date(lastSuccessAt), timing })),
        )
  return {
    ...(promised && { freshUntil: new Date(promised.getTime() + GRACE_MS).toISOString() }),
    ...(next && { nextSlotAt: next.toISOString() }),
  }
}

/** A slot that is due is dealt with at once; a live one that is quiet, at the next tick. */
const toNextSlot = ({ now, schedule }: { now: Date; schedule: Schedule }): Date | undefined => {
  const stored = schedule.nextSlotAt === null ? undefined : new Date(schedule.nextSlotAt)
  return schedule.mode === 'live' && stored && stored <= now
    ? findNextSlot({ after: now, timing: schedule })
    : stored
}

const findFirst = (moments: readonly (Date | undefined)[]): Date | undefined =>
  moments
    .filter((moment) => moment !== undefined)
    .sort((one, other) => one.getTime() - other.getTime())[0]
