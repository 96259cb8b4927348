import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { listFileSources } from '../../../../sync/operations/files/listFileSources.js'
import { readSight } from '../../../collections/readSight.js'
import { PageFrame } from '../../server/PageFrame.js'
import { requireViewer } from '../../server/requireViewer.js'
import { IMPORT_VIEW_PATH } from '../../syncPaths.js'
import { ImportViewClient } from './index.client.js'

export type ImportViewProps = {
  /** Who sees the page, and who may bring files: the checks the endpoints ask. */
  access: { trigger: AccessCheck; view: AccessCheck }
  slugs: Slugs
} & AdminViewServerProps

/** Where people bring files for connections of theirs. Sends away who may not see the sync view. */
export const ImportView = async ({
  access,
  slugs,
  ...view
}: ImportViewProps): Promise<ReactElement> => {
  const { payload, searchParams } = view
  const { req } = await requireViewer({ access, path: IMPORT_VIEW_PATH, props: view })
  const [sources, canTrigger] = await Promise.all([
    readSight({ req }).then((sight) => listFileSources({ payload, sight })),
    access.trigger({ req }),
  ])
  const { connection } = searchParams ?? {}

  return (
    <PageFrame view={view}>
      <ImportViewClient
        connectionsSlug={slugs.syncConnections}
        initialConnection={typeof connection === 'string' ? connection : undefined}
        logsSlug={slugs.syncLogs}
        readOnly={!canTrigger}
        sources={sources}
      />
    </PageFrame>
  )
}
