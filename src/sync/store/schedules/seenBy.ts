import type { ConfigVersion } from '../../schedule/ConfigVersion.js'

import { isOlder } from '../../schedule/ConfigVersion.js'

type Note = {
  first: string
  last: string
  /** The version of those of them that have one, and when the last of these was seen. */
  version?: ConfigVersion
  versionLast?: string
}

/**
 * When processes were first and last seen whose config has a schedule, by the hash of what their
 * config says of it; ISO 8601.
 */
export type SeenBy = Readonly<Record<string, Note>>

/** In place of a hash: seen by a config that has no schedule at all. */
export const NO_SCHEDULE = 'none'

/** A config that no process was seen with for so long is not deployed any more. */
const GRACE_MS = 10 * 60_000

/**
 * How long a version keeps older ones from the schedules after its last sign. A host that sleeps
 * until its daily visitor or cron comes is still deployed.
 */
const VERSION_MS = 36 * 60 * 60_000

/** How old a note may get before it is made again. */
const REFRESH_MS = 2 * 60_000

type IsDeployedArgs = { config: string; now: Date; seenBy: SeenBy }

const isDeployed = ({ config, now, seenBy }: IsDeployedArgs): boolean => {
  const seen = seenBy[config]
  return seen !== undefined && now.getTime() - Date.parse(seen.last) < GRACE_MS
}

type AtArgs = {
  now: Date
  seenBy: SeenBy
  /** Of the config that is brought to the database. */
  version: ConfigVersion | undefined
}

/** Whether some process has the schedule in its config, or had it a moment ago: no older one. */
export const isDeployedAnywhere = ({ now, seenBy, version }: AtArgs): boolean =>
  Object.entries(seenBy).some(
    ([config, note]) =>
      config !== NO_SCHEDULE &&
      isDeployed({ config, now, seenBy }) &&
      // One without a version that was seen since may be of any.
      !(isOlder({ than: version, version: note.version }) && note.versionLast === note.last),
  )

const isVersionInForce = ({ note, now }: { note: Note; now: Date }): boolean =>
  note.versionLast !== undefined && now.getTime() - Date.parse(note.versionLast) < VERSION_MS

type IsSupersededArgs = { notes: readonly SeenBy[] } & Pick<AtArgs, 'now' | 'version'>

/** Whether a newer version of the config was seen, with whichever schedule. */
export const isSuperseded = ({ notes, now, version }: IsSupersededArgs): boolean =>
  notes
    .flatMap((seenBy) => Object.values(seenBy))
    .some((note) => isVersionInForce({ note, now }) && isOlder({ than: note.version, version }))

type CompareArgs = { config: string; current: string } & AtArgs

/**
 * Whether a config is an earlier one than that which is in force and deployed, as that of a process
 * which starts again in the middle of a deployment. Once the other one is gone, this is the newest.
 */
export const isOutdated = ({ config, current, now, seenBy, version }: CompareArgs): boolean => {
  const own = seenBy[config]
  const other = seenBy[current]
  return (
    config !== current &&
    own !== undefined &&
    other !== undefined &&
    !isOlder({ than: version, version: other.version }) &&
    own.first < other.first &&
    isDeployed({ config: current, now, seenBy })
  )
}

type NoteArgs = { config: string; isNewest: boolean } & AtArgs

/** The notes with one more; `undefined` when what is there says as much. */
export const noteSeen = ({
  config,
  isNewest,
  now,
  seenBy,
  version,
}: NoteArgs): SeenBy | undefined => {
  const moment = now.toISOString()
  const own = seenBy[config]
  const told = version === undefined || own?.version === version ? own : undefined
  const last = version === undefined ? told?.last : told?.versionLast
  const age = last ? now.getTime() - Date.parse(last) : Number.POSITIVE_INFINITY
  if (!isNewest && Math.abs(age) < REFRESH_MS) {
    return undefined
  }
  const others = Object.entries(seenBy).filter(
    ([name, note]) =>
      name !== config &&
      (isDeployed({ config: name, now, seenBy }) || isVersionInForce({ note, now })),
  )
  const note: Note = {
    ...own,
    first: isNewest ? moment : (own?.first ?? moment),
    last: moment,
    ...(version !== undefined && { version, versionLast: moment }),
  }
  return { ...Object.fromEntries(others), [config]: note }
}
