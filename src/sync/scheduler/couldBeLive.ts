import type { Sync } from '../engine/Sync.js'
import type { ScheduledWork } from '../schedule/Schedule.js'

import { createStoredDocuments } from '../store/records/createStoredDocuments.js'
import { createStoredRecords } from '../store/records/createStoredRecords.js'

type CouldBeLiveArgs = {
  /** Where people enter connections, only what it sees counts. */
  connection: string
  schedule: Pick<ScheduledWork, 'provider' | 'resource'>
  sync: Sync
}

/** Whether a live schedule has any work now. One that nobody can tell about has. */
export const couldBeLive = async ({
  connection,
  schedule,
  sync: { clock, database, providers, slugOf },
}: CouldBeLiveArgs): Promise<boolean> => {
  const provider = providers.get(schedule.provider)
  if (!provider) {
    return true
  }
  const { resources } = provider
  const seenBy = provider.accounts && connection
  const documents = createStoredDocuments({
    collectionOf: (name) => {
      const resource = resources.get(name)
      return resource && slugOf({ collection: resource.collection, provider })
    },
    database,
    provider: schedule.provider,
    seenBy,
  })
  const stored = createStoredRecords({ database, provider: schedule.provider, seenBy })
  const live = [...resources].filter(
    ([name, { scopes }]) =>
      scopes.live && (schedule.resource === null || schedule.resource === name),
  )
  for (const [, resource] of live) {
    const now = clock.now()
    if (!resource.couldBeLive || (await resource.couldBeLive({ documents, now, stored }))) {
      return true
    }
  }
  return live.length === 0
}
