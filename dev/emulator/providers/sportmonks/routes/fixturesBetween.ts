import type { Context } from '../types.js'

import { toUnixSeconds } from '../../../moments.js'

/**
 * Ids of the fixtures that kick off in [from, to], milliseconds, by kick-off. A kick-off that a
 * test moved or added counts as the test wrote it.
 */
export const fixturesBetween = ({
  context,
  from,
  to,
}: {
  context: Context
  from: number
  to: number
}): number[] => {
  const { records, world } = context
  const untouched = world
    .matchesBetween({ from, to })
    .map(({ id, startsAt }) => ({ id, kickOff: toUnixSeconds(startsAt) }))
    .filter(({ id }) => !records.has({ id, entity: 'fixture' }))

  const touched = records
    .touched('fixture')
    .map((id) => ({ id, kickOff: kickOffOf({ id, context }) }))
    .filter(({ kickOff }) => kickOff * 1000 >= from && kickOff * 1000 <= to)

  return [...untouched, ...touched]
    .sort((a, b) => a.kickOff - b.kickOff || a.id - b.id)
    .map(({ id }) => id)
}

/** Seconds; not a number when a test left the row without a time or removed it. */
const kickOffOf = ({ id, context }: { context: Context; id: number }): number => {
  const row = context.find({ id, entity: 'fixture' })
  if (typeof row?.starting_at_timestamp === 'number') {
    return row.starting_at_timestamp
  }
  return typeof row?.starting_at === 'string'
    ? Date.parse(`${row.starting_at.replace(' ', 'T')}Z`) / 1000
    : Number.NaN
}
