/** The site writes no zone; its people live by the time of Moscow, which is UTC+3 since 2014. */
const ZONE = '+03:00'

/** `2022-12-19 23:34:26` as a moment, ISO 8601 in UTC. What is none is `null`; absent stays absent. */
export const toMoment = (value: unknown): null | string | undefined => {
  if (value === undefined) {
    return undefined
  }
  const text = typeof value === 'string' ? value : ''
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text) ?? []
  const ms = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${ZONE}`)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
