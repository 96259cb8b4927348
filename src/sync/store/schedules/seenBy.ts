/**
 * When processes were first and last seen whose config has a schedule, by the hash of what their
 * config says of it; ISO 8601.
 */
export type SeenBy = Readonly<Record<string, { first: string; last: string }>>

/** A config that no process was seen with for so long is not deployed any more. */
const GRACE_MS = 10 * 60_000

/** How old a note may get before it is made again. */
const REFRESH_MS = 2 * 60_000

type IsDeployedArgs = { config: string; now: Date; seenBy: SeenBy }

const isDeployed = ({ config, now, seenBy }: IsDeployedArgs): boolean => {
  const seen = seenBy[config]
  return seen !== undefined && now.getTime() - Date.parse(seen.last) < GRACE_MS
}

type AtArgs = { now: Date; seenBy: SeenBy }

/** Whether some process has the schedule in its config, or had it a moment ago. */
export const isDeployedAnywhere = (args: AtArgs): boolean =>
  Object.keys(args.seenBy).some((config) => isDeployed({ ...args, config }))

type CompareArgs = { config: string; current: string } & AtArgs

/**
 * Whether a config is an earlier one than that which is in force and deployed, as that of a process
 * which starts again in the middle of a deployment. Once the other one is gone, this is the newest.
 */
export const isOutdated = ({ config, current, now, seenBy }: CompareArgs): boolean => {
  const own = seenBy[config]
  const other = seenBy[current]
  return (
    config !== current &&
    own !== undefined &&
    other !== undefined &&
    own.first < other.first &&
    isDeployed({ config: current, now, seenBy })
  )
}

type NoteArgs = { config: string; isNewest: boolean } & AtArgs

/** The notes with one more; `undefined` when what is there says as much. */
export const noteSeen = ({ config, isNewest, now, seenBy }: NoteArgs): SeenBy | undefined => {
  const moment = now.toISOString()
  const own = seenBy[config]
  const age = own ? now.getTime() - Date.parse(own.last) : Number.POSITIVE_INFINITY
  if (!isNewest && Math.abs(age) < REFRESH_MS) {
    return undefined
  }
  const others = Object.entries(seenBy).filter(
    ([name]) => name !== config && isDeployed({ config: name, now, seenBy }),
  )
  const first = isNewest ? moment : (own?.first ?? moment)
  return { ...Object.fromEntries(others), [config]: { first, last: moment } }
}
