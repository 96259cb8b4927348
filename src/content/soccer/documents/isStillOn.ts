const HOUR_MS = 60 * 60 * 1000

/**
 * How long after its kick-off a match may be on, with extra time, a shoot-out and long delays. What
 * a provider leaves "in the second half" after that, or suspended, is not being played.
 */
export const LONGEST_OPEN_MS = 6 * HOUR_MS

type IsStillOnArgs = {
  /** When a run last found something new in it; absent where that is not known. */
  lastChangedAt?: null | string | undefined
  now: Date
  /** Its kick-off. */
  startsAt?: null | string | undefined
}

/**
 * Whether a match that is stored as going on may really be on: for six hours from its kick-off. One
 * that went on later, as a suspended one does the next day, may be on for six hours from then.
 */
export const isStillOn = ({ lastChangedAt, now, startsAt }: IsStillOnArgs): boolean => {
  if (!startsAt && !lastChangedAt) {
    return true
  }
  const began = startsAt ? Date.parse(startsAt) : Number.NEGATIVE_INFINITY
  const changed = lastChangedAt ? Date.parse(lastChangedAt) : Number.NEGATIVE_INFINITY
  const isYoung = (ms: number): boolean => now.getTime() - ms < LONGEST_OPEN_MS
  return isYoung(began) || (changed >= began + LONGEST_OPEN_MS && isYoung(changed))
}
