import type { BeforeListTableServerProps } from 'payload'
import type { ReactElement } from 'react'

import { getCollectionMarks } from '../../../../sync/operations/status/getCollectionMarks.js'
import { getCollectionStatus } from '../../../../sync/operations/status/getCollectionStatus.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { readRequest } from '../../server/readRequest.js'
import { CollectionSyncClient } from './index.client.js'

export type CollectionSyncProps = { logsSlug: string } & BeforeListTableServerProps

/** Above the list of a synced collection: how fresh it is, and the button to sync it. */
export const CollectionSync = async ({
  collectionSlug,
  logsSlug,
  payload,
}: CollectionSyncProps): Promise<null | ReactElement> => {
  const access = findAccess(payload)
  const req = await readRequest({ payload })
  if (!access || !req.user || !(await access.view({ req }))) {
    return null
  }
  const about = { collection: collectionSlug, payload, sight: await readSight({ req }) }
  const [sources, marks, canTrigger] = await Promise.all([
    getCollectionStatus(about),
    getCollectionMarks(about),
    access.trigger({ req }),
  ])

  return sources.length > 0 ? (
    <CollectionSyncClient
      canTrigger={canTrigger}
      collectionSlug={collectionSlug}
      initialNow={Date.now()}
      logsSlug={logsSlug}
      marks={marks}
      sources={sources}
    />
  ) : null
}
