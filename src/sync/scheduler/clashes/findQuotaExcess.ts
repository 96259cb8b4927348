import type { KnownLimit } from '../../engine/work/findLimits.js'
import type { Candidate, Clash, ClashContext, FindClashes } from './Clash.js'

import { createTurns } from '../../../shared/createTurns.js'
import { nameWork } from './Clash.js'
import { listMoments } from './listMoments.js'

const MINUTE_MS = 60_000

/** From here on a budget is as good as used: people sync by hand as well. */
const NEARLY = 0.9

/** After so many loads it is worth a look at the time. */
const LOADS_PER_LOOK = 100

type Load = { at: number; requests: number; schedule: Candidate }

/** Budgets that the coming runs of a connection would use up, by what such runs took before. */
export const findQuotaExcess: FindClashes = async (context) => {
  const clashes: Clash[] = []
  for (const known of context.limits) {
    const clash = await findExcessOf({ context, known })
    if (clash) {
      clashes.push(clash)
    }
  }
  return clashes
}

type OfLimitArgs = { context: ClashContext; known: KnownLimit }

const findExcessOf = async ({ context, known }: OfLimitArgs): Promise<Clash | undefined> => {
  const peak = await findPeak({ known, loads: await listLoads({ context, known }) })
  const share = peak.requests / known.limit
  const takers = rank(peak.loads)
  const [heaviest] = takers
  if (!heaviest || share <= NEARLY) {
    return undefined
  }
  const others = peak.requests - heaviest.requests
  const each = heaviest.requests / heaviest.runs
  const runs = Math.floor((known.limit * NEARLY - others) / each)
  return {
    kind: 'quota',
    level: share > 1 ? 'error' : 'warning',
    schedules: takers.map(({ schedule }) => schedule.id),
    values: {
      budget: known.name,
      // Minutes between two runs that would fit; 0 when none does.
      cadence: runs > 0 ? Math.ceil(known.windowMs / runs / MINUTE_MS) : 0,
      limit: known.limit,
      requests: Math.round(peak.requests),
      window: known.windowMs / MINUTE_MS,
      work: nameWork(heaviest.schedule),
    },
  }
}

/** What goes against a limit, the soonest first. */
const listLoads = async ({
  context: { forecast, schedules, slotsOf },
  known,
}: OfLimitArgs): Promise<Load[]> => {
  const taken = new Map(
    schedules
      .filter(
        ({ connection, provider }) =>
          provider === known.provider && connection === known.connection,
      )
      .map((schedule) => [schedule, forecast(schedule, known.resources)?.requests ?? 0] as const)
      .filter(([, requests]) => requests > 0),
  )
  const takeTurns = createTurns()
  const loads: Load[] = []
  for (const { at, schedules: due } of await listMoments({
    schedules: [...taken.keys()],
    slotsOf,
  })) {
    for (const schedule of due) {
      loads.push({ at, requests: taken.get(schedule) ?? 0, schedule })
    }
    await takeTurns()
  }
  return loads
}

type Peak = { loads: readonly Load[]; requests: number }

/** The window in which most requests fall. */
const findPeak = async ({
  known: { windowMs },
  loads,
}: {
  known: KnownLimit
  loads: readonly Load[]
}): Promise<Peak> => {
  const takeTurns = createTurns()
  let first = 0
  let requests = 0
  let peak = { first: 0, last: -1, requests: 0 }
  for (const [last, load] of loads.entries()) {
    requests += load.requests
    while (load.at - loads[first]!.at >= windowMs) {
      requests -= loads[first]!.requests
      first += 1
    }
    if (requests > peak.requests) {
      peak = { first, last, requests }
    }
    if (last % LOADS_PER_LOOK === 0) {
      await takeTurns()
    }
  }
  return { loads: loads.slice(peak.first, peak.last + 1), requests: peak.requests }
}

const rank = (loads: readonly Load[]) => {
  const shares = new Map<Candidate['id'], { requests: number; runs: number; schedule: Candidate }>()
  for (const { requests, schedule } of loads) {
    const share = shares.get(schedule.id)
    if (share) {
      share.requests += requests
      share.runs += 1
    } else {
      shares.set(schedule.id, { requests, runs: 1, schedule })
    }
  }
  return [...shares.values()].sort((one, other) => other.requests - one.requests)
}
