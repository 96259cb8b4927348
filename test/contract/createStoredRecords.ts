import type { StoredRecord, StoredRecords } from '../../src/sdk/index.js'

type Seed = { lastSeenAt?: Date } & StoredRecord

/** What earlier runs stored, kept in memory; answers as the engine's own does. */
export const createStoredRecords = (
  seeds: Record<string, readonly Seed[]> = {},
): StoredRecords => ({
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
