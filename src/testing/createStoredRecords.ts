import type { StoredRecord, StoredRecords } from '../sdk/index.js'

/** A record as an earlier run stored it. */
export type StoredSeed = {
  /** When a run saw it last. @default long ago */
  lastSeenAt?: Date
} & StoredRecord

/** What earlier runs stored, by resource. */
export type StoredSeeds = Readonly<Record<string, readonly StoredSeed[]>>

/** What earlier runs stored, kept in memory. It answers as the engine's own does. */
export const createStoredRecords = (seeds: StoredSeeds = {}): StoredRecords => ({
  find: <TDocument>({
    after,
    lastSeenBefore,
    limit,
    resource,
    where = {},
  }: Parameters<StoredRecords['find']>[0]) =>
    Promise.resolve(
      (seeds[resource] ?? [])
        .filter(({ externalId }) => after === undefined || externalId > after)
        .filter(({ lastSeenAt }) => !lastSeenBefore || !lastSeenAt || lastSeenAt < lastSeenBefore)
        .filter(({ document }) =>
          Object.entries(where).every(([field, values]) =>
            values.map(String).includes(String(document[field])),
          ),
        )
        .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1))
        .slice(0, limit) as StoredRecord<TDocument>[],
    ),
})
