import type { Translate } from '../../../translations/index.js'

type FormatDurationArgs = { ms: number; t: Translate }

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long something took, in two units at most: `850 ms`, `42 s`, `3 min 12 s`, `1 h 4 min`.
 * The words are the plugin's own, not `Intl`'s: those differ between the server's ICU and the
 * browser's, and React would find two different texts.
 */
export const formatDuration = ({ ms, t }: FormatDurationArgs): string => {
  const { days, hours, minutes, seconds } = splitDuration(Math.max(0, ms))

  if (ms < SECOND) {
    return `${Math.max(0, Math.round(ms))} ${t('units:milliseconds')}`
  }
  if (ms < MINUTE) {
    return `${seconds} ${t('units:seconds')}`
  }
  if (ms < HOUR) {
    return join(`${minutes} ${t('units:minutes')}`, seconds && `${seconds} ${t('units:seconds')}`)
  }
  if (ms < DAY) {
    return join(`${hours} ${t('units:hours')}`, minutes && `${minutes} ${t('units:minutes')}`)
  }
  return join(`${days} ${t('units:days')}`, hours && `${hours} ${t('units:hours')}`)
}

const join = (first: string, second: 0 | string): string => (second ? `${first} ${second}` : first)

const splitDuration = (ms: number) => ({
  days: Math.floor(ms / DAY),
  hours: Math.floor((ms % DAY) / HOUR),
  minutes: Math.floor((ms % HOUR) / MINUTE),
  seconds: Math.floor((ms % MINUTE) / SECOND),
})
