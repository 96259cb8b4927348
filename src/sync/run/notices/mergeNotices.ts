import type { Notice } from './Notice.js'

/** Values that are added up where one notice stands for several; all others are those of the last. */
const SUMMED = /^kind\./

const toKey = ({ name, connection, provider, resource }: Notice): string =>
  JSON.stringify([name, provider, resource, connection])

/**
 * One notice for all of the same name that are about the same work: as the last one was, with the
 * counts of all. The most severe come first, then those that happened first.
 */
export const mergeNotices = (notices: readonly Notice[]): Notice[] => {
  const merged = new Map<string, Notice>()
  for (const notice of notices) {
    // Each of these is about something else.
    const key = notice.reasons ? notice.cause : toKey(notice)
    const before = merged.get(key)
    merged.set(key, before ? add({ before, notice }) : notice)
  }
  return [...merged.values()].toSorted((one, other) => toRank(other) - toRank(one))
}

const toRank = ({ severity }: Notice): number =>
  severity === 'critical' ? 2 : severity === 'warning' ? 1 : 0

const add = ({ before, notice }: { before: Notice; notice: Notice }): Notice => {
  const names = new Set([...Object.keys(before.values), ...Object.keys(notice.values)])
  const values = Object.fromEntries(
    [...names].map((name) => [
      name,
      SUMMED.test(name)
        ? Number(before.values[name] ?? 0) + Number(notice.values[name] ?? 0)
        : (notice.values[name] ?? before.values[name] ?? ''),
    ]),
  )
  return { ...notice, count: before.count + notice.count, values }
}
