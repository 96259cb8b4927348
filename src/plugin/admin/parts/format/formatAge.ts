import type { Translate } from '../../../translations/index.js'

type FormatAgeArgs = {
  /** Milliseconds since 1970, as is `then`. */
  now: number
  t: Translate
  then: number
}

const UNITS = [
  { key: 'units:days', ms: 24 * 60 * 60 * 1000 },
  { key: 'units:hours', ms: 60 * 60 * 1000 },
  { key: 'units:minutes', ms: 60 * 1000 },
  { key: 'units:seconds', ms: 1000 },
] as const

/** Below this the seconds say nothing, and the clocks of two machines may differ by as much. */
const JUST_NOW_MS = 5000

/** How long ago something happened, in its largest unit: `2 min ago`. The future is "just now". */
export const formatAge = ({ now, t, then }: FormatAgeArgs): string => {
  const elapsedMs = now - then
  const unit = UNITS.find(({ ms }) => elapsedMs >= ms)

  return elapsedMs < JUST_NOW_MS || !unit
    ? t('age:justNow')
    : t('age:ago', { age: `${Math.floor(elapsedMs / unit.ms)} ${t(unit.key)}` })
}
