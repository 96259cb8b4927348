import type { Payload } from 'payload'

/** What a run spends its time with. */
export const PHASES = ['fetch', 'validate', 'map', 'compare', 'write', 'commit'] as const

export type Phase = (typeof PHASES)[number]

/** Milliseconds by phase, of what this process did. */
export type PhaseTimes = Readonly<Record<Phase, number>>

/** Where a run notes what it spends its time with. */
export type RunProfile = {
  add: (phase: Phase, ms: number) => void
  /** What was noted so far, of all phases. */
  spent: () => number
}

type Profiles = Map<string, Record<Phase, number>>

const wanted = new WeakMap<Payload, Profiles>()

/** From now on runs of this process note their times. Returns how to read those of one. */
export const profileRuns = (payload: Payload): ((runId: number | string) => PhaseTimes) => {
  const profiles: Profiles = wanted.get(payload) ?? new Map()
  wanted.set(payload, profiles)
  return (runId) => ({ ...(profiles.get(String(runId)) ?? toNothing()) })
}

type OpenProfileArgs = { payload: Payload; runId: number | string }

/** Where a run notes its times; `undefined` where nobody wants them. */
export const openProfile = ({ payload, runId }: OpenProfileArgs): RunProfile | undefined => {
  const profiles = wanted.get(payload)
  if (!profiles) {
    return undefined
  }
  const times = profiles.get(String(runId)) ?? toNothing()
  profiles.set(String(runId), times)
  return {
    add: (phase, ms) => {
      times[phase] += ms
    },
    spent: () => PHASES.reduce((sum, phase) => sum + times[phase], 0),
  }
}

type TimePhaseArgs<TResult> = {
  phase: Phase
  profile: RunProfile | undefined
  work: () => Promise<TResult>
}

/** Does some work and notes how long it took, where somebody wants to know. */
export const timePhase = async <TResult>({
  phase,
  profile,
  work,
}: TimePhaseArgs<TResult>): Promise<TResult> => {
  if (!profile) {
    return await work()
  }
  const begun = performance.now()
  try {
    return await work()
  } finally {
    profile.add(phase, performance.now() - begun)
  }
}

const toNothing = (): Record<Phase, number> => ({
  commit: 0,
  compare: 0,
  fetch: 0,
  map: 0,
  validate: 0,
  write: 0,
})
