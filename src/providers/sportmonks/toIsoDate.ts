/**
 * A moment as ISO 8601 in UTC. Sportmonks writes `2023-12-03 12:00:00` or `2024-08-16`, always in
 * UTC as long as no `timezone` is asked for. Text that is no date becomes `null`.
 */
export const toIsoDate = (value: string): null | string => {
  const date = new Date(value.length === 10 ? value : `${value.replace(' ', 'T')}Z`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
