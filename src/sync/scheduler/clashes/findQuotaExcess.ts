import type { KnownLimit } from '../../engine/work/findLimits.js'
import type { Candidate, Clash, ClashContext, FindClashes } from './Clash.js'

import { nameWork } from './Clash.js'

const MINUTE_MS = 60_000

/** From here on a budget is as good as used: people sync by hand as well. */
const NEARLY = 0.9

type Load = { at: number; requests: number; schedule: Candidate }

/** Budgets that the coming runs of a connection would use up, by what such runs took before. */
export const findQuotaExcess: FindClashes = (context) =>
  context.limits.flatMap((known): Clash[] => {
    const peak = findPeak({ known, loads: listLoads({ context, known }) })
    const share = peak.requests / known.limit
    const takers = rank(peak.loads)
    const [heaviest] = takers
    if (!heaviest || share <= NEARLY) {
      return []
    }
    const others = peak.requests - heaviest.requests
    const each = heaviest.requests / heaviest.runs
    const runs = Math.floor((known.limit * NEARLY - others) / each)
    return [
      {
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
      },
    ]
  })

type ListLoadsArgs = { context: ClashContext; known: KnownLimit }

const listLoads = ({ context: { forecast, schedules, slotsOf }, known }: ListLoadsArgs): Load[] =>
  schedules
    .filter(
      ({ connection, provider }) => provider === known.provider && connection === known.connection,
    )
    .flatMap((schedule) => {
      const { requests = 0 } = forecast(schedule, known.resources) ?? {}
      return requests > 0 ? slotsOf(schedule).map((at) => ({ at, requests, schedule })) : []
    })
    .sort((one, other) => one.at - other.at)

type Peak = { loads: readonly Load[]; requests: number }

/** The window in which most requests fall. */
const findPeak = ({
  known: { windowMs },
  loads,
}: {
  known: KnownLimit
  loads: readonly Load[]
}): Peak => {
  let first = 0
  let requests = 0
  let peak = { first: 0, last: -1, requests: 0 }
  loads.forEach((load, last) => {
    requests += load.requests
    while (load.at - loads[first]!.at >= windowMs) {
      requests -= loads[first]!.requests
      first += 1
    }
    if (requests > peak.requests) {
      peak = { first, last, requests }
    }
  })
  return { loads: loads.slice(peak.first, peak.last + 1), requests: peak.requests }
}

/** Who takes how much, the most first. */
const rank = (loads: readonly Load[]) => {
  const shares = new Map<Candidate['id'], { requests: number; runs: number; schedule: Candidate }>()
  for (const { requests, schedule } of loads) {
    const share = shares.get(schedule.id) ?? { requests: 0, runs: 0, schedule }
    shares.set(schedule.id, {
      requests: share.requests + requests,
      runs: share.runs + 1,
      schedule,
    })
  }
  return [...shares.values()].sort((one, other) => other.requests - one.requests)
}
