import type { FindStoredArgs, StoredRecord, StoredRecords } from '../sdk/index.js'

import { isReference } from '../sdk/index.js'

/** A record as an earlier run stored it. */
export type StoredSeed = {
  /** When a run saw it last. @default long ago */
  lastSeenAt?: Date
} & StoredRecord

/** What earlier runs stored, by resource. */
export type StoredSeeds = Readonly<Record<string, readonly StoredSeed[]>>

/** What earlier runs stored, kept in memory. It answers as the engine's own does. */
export const createStoredRecords = (seeds: StoredSeeds = {}): StoredRecords => ({
  find: <TDocument>(args: FindStoredArgs) =>
    Promise.resolve(
      (seeds[args.resource] ?? [])
        .filter(isMet(args))
        .toSorted(inOrder(args))
        .slice(0, args.limit) as StoredRecord<TDocument>[],
    ),
  findDue: ({ checkedBefore, limit, resource }) =>
    Promise.resolve(
      (seeds[resource] ?? [])
        .filter(({ isStub, lastSeenAt }) => isStub || !lastSeenAt || lastSeenAt < checkedBefore)
        .toSorted(
          (a, b) =>
            Number(a.lastSeenAt ?? 0) - Number(b.lastSeenAt ?? 0) ||
            (a.externalId < b.externalId ? -1 : 1),
        )
        .slice(0, limit)
        .map(({ externalId }) => externalId),
    ),
})

const isMet =
  ({
    after,
    changedSince,
    externalIds,
    lacks = [],
    lastSeenBefore,
    range = {},
    where = {},
  }: FindStoredArgs) =>
  ({ document, externalId, lastChangedAt, lastSeenAt }: StoredSeed): boolean =>
    (after === undefined || externalId > after) &&
    (!changedSince || (lastChangedAt ?? '') >= changedSince.toISOString()) &&
    (!externalIds || externalIds.includes(externalId)) &&
    lacks.every((field) => !(field in document)) &&
    (!lastSeenBefore || !lastSeenAt || lastSeenAt < lastSeenBefore) &&
    Object.entries(range).every(([field, { from, to }]) => {
      const value = textOf(document[field])
      return (
        value !== undefined &&
        (from === undefined || value >= from) &&
        (to === undefined || value <= to)
      )
    }) &&
    Object.entries(where).every(([field, values]) =>
      values.map(String).includes(textOf(document[field]) ?? ''),
    )

const inOrder =
  ({ sort }: FindStoredArgs) =>
  (a: StoredSeed, b: StoredSeed): number => {
    const byId = a.externalId < b.externalId ? -1 : 1
    const field = sort?.replace(/^-/, '')
    if (field === undefined) {
      return byId
    }
    const [left, right] = [textOf(a.document[field]), textOf(b.document[field])]
    if (left === right) {
      return byId
    }
    if (left === undefined || right === undefined) {
      return left === undefined ? 1 : -1
    }
    return left < right === sort?.startsWith('-') ? 1 : -1
  }

/** What a reference points to, else the value itself. */
const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) {
    return undefined
  }
  if (isReference(value)) {
    return value.externalId
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
