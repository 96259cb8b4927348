import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Provider } from '../../../sdk/index.js'
import type { Refusal } from '../../../shared/errors/index.js'
import type { Sync } from '../../engine/Sync.js'
import type { Schedule, ScheduleSettings } from '../../schedule/Schedule.js'
import type { Candidate, Clash, Forecast } from '../../scheduler/clashes/Clash.js'

import { isInSight, limitProviders } from '../../../sdk/connections/Sight.js'
import { isRefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { findWork } from '../../engine/work/findWork.js'
import { findTimingProblems } from '../../schedule/findTimingProblems.js'
import { isOn } from '../../schedule/isOn.js'
import { findNextSlots } from '../../schedule/slots/slots.js'
import { nameWork } from '../../scheduler/clashes/Clash.js'
import { searchClashes } from '../../scheduler/searchClashes.js'
import { findSchedules } from '../../store/schedules/findSchedules.js'
import { countOwned } from '../../store/schedules/owners/countOwned.js'

/** The id of a schedule that is not saved yet. */
const NEW_SCHEDULE = 'new'

const SHOWN_SLOTS = 5
const DAY_MS = 24 * 60 * 60 * 1000

/** Which field a refusal of the work is about. What is merely not set up yet may be scheduled. */
const REFUSED_FIELDS: Readonly<Partial<Record<Refusal, keyof ScheduleSettings>>> = {
  MODE_UNAVAILABLE: 'mode',
  UNKNOWN_CONNECTION: 'connection',
  UNKNOWN_PROVIDER: 'provider',
  UNKNOWN_RESOURCE: 'resource',
}

type PreviewScheduleArgs = {
  /** Of a schedule that is to be changed. */
  id?: Schedule['id']
  payload: Payload
  req?: PayloadRequest
  schedule: ScheduleSettings
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

type ScheduleProblem = { field: keyof ScheduleSettings; message: string }

/** What would come of a schedule if it were saved as it stands. */
export type SchedulePreview = {
  /** Clashes that this schedule is part of. */
  conflicts: Clash[]
  /** What each of its runs will take; `null` before the first one. */
  forecast: Forecast
  /** The next five, as ISO 8601. */
  nextSlots: string[]
  /** Why it cannot be saved at all. */
  problems: ScheduleProblem[]
  /** In the next 24 hours; `null` when it is not due then or nobody knows what a run takes. */
  requestsPerDay: null | number
}

/** Looks at one schedule before it is saved: what is wrong with it, and when it would fire. */
export const previewSchedule = async ({
  id = NEW_SCHEDULE,
  payload,
  req,
  schedule,
  sight = 'all',
}: PreviewScheduleArgs): Promise<SchedulePreview> => {
  const sync = await loadSync({ payload, req: await inTransactionOf(req) })
  const problems = [...findTimingProblems(schedule), ...findWorkProblems({ schedule, sight, sync })]
  if (problems.length > 0) {
    return { conflicts: [], forecast: null, nextSlots: [], problems, requestsPerDay: null }
  }
  const { clock, database } = sync
  const others = (await findSchedules({ database, req })).filter(
    (other) =>
      isOn(other) &&
      String(other.id) !== String(id) &&
      (other.connection === null || isInSight({ connection: other.connection, sight })),
  )
  const candidate = { ...schedule, id }
  // Last, so that of two that are one too many it is this one.
  const schedules = schedule.enabled ? [...others, candidate] : others
  const { clashes: found, forecast, slotsOf } = await searchClashes({ req, schedules, sync })
  const clashes = [...(await findOwnerClashes({ candidate, req, sync })), ...found]
  const now = clock.now()
  const taken = forecast(candidate)
  const coming = await slotsOf(candidate)
  const daily = coming.filter((slot) => slot <= now.getTime() + DAY_MS).length
  return {
    conflicts: clashes.filter(({ schedules: involved }) => involved.includes(id)),
    forecast: taken,
    nextSlots: findNextSlots({ after: now, count: SHOWN_SLOTS, timing: schedule }).map((slot) =>
      slot.toISOString(),
    ),
    problems,
    requestsPerDay: taken && daily > 0 ? Math.round(taken.requests * daily) : null,
  }
}

type FindOwnerClashesArgs = {
  candidate: Candidate
  req: PayloadRequest | undefined
  sync: Sync
}

/** One more than the owner of its connection may have. */
const findOwnerClashes = async ({
  candidate,
  req,
  sync: { database, scheduler },
}: FindOwnerClashesArgs): Promise<Clash[]> => {
  const { id, connection, provider } = candidate
  const within = await inTransactionOf(req)
  const owned = await countOwned({ connection, database, except: id, provider, req: within })
  const limit = scheduler.perOwner
  return owned && owned.count >= limit
    ? [
        {
          kind: 'owner',
          level: 'error',
          schedules: [id],
          values: { connection: owned.label, limit, work: nameWork(candidate) },
        },
      ]
    : []
}

type FindWorkProblemsArgs = { schedule: ScheduleSettings; sight: Sight; sync: Sync }

const findWorkProblems = ({ schedule, sight, sync }: FindWorkProblemsArgs): ScheduleProblem[] => {
  try {
    const resource = schedule.resource ?? undefined
    const { connection } = schedule
    const providers = limitProviders({ providers: sync.providers, sight })
    if (connection === null) {
      const provider = providers.get(schedule.provider)
      const problem = findEveryProblem({ provider, sight })
      findWork({ ...schedule, connection: undefined, providers, resource })
      return problem ? [problem] : []
    }
    findWork({ ...schedule, connection, providers, resource })
    return []
  } catch (error) {
    const field = isRefusedError(error) ? REFUSED_FIELDS[error.code] : undefined
    return field && error instanceof Error ? [{ field, message: error.message }] : []
  }
}

type FindEveryProblemArgs = { provider: Provider | undefined; sight: Sight }

/** Whoever may not know of everybody's connections cannot have them all run. */
const findEveryProblem = ({
  provider,
  sight,
}: FindEveryProblemArgs): ScheduleProblem | undefined =>
  provider?.accounts && sight !== 'all'
    ? {
        field: 'connection',
        message: `Name one of your connections of ${provider.label} (known: ${[...provider.connections.keys()].join(', ')}).`,
      }
    : undefined

/** The request, where its transaction is to be asked. */
const inTransactionOf = async (
  req: PayloadRequest | undefined,
): Promise<PayloadRequest | undefined> =>
  req && (await req.transactionID) !== undefined ? req : undefined
