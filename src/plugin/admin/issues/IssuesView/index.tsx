import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { listGroups } from '../../../../sync/operations/issues/groups/listGroups.js'
import { listSources } from '../../../../sync/operations/issues/groups/listSources.js'
import { readSight } from '../../../collections/readSight.js'
import { PageFrame } from '../../server/PageFrame.js'
import { requireViewer } from '../../server/requireViewer.js'
import { SYNC_ISSUES_PATH } from '../../syncPaths.js'
import { readFilter } from '../issueFilter.js'
import { listFieldLabels } from '../listFieldLabels.js'
import { IssuesViewClient } from './index.client.js'

export type IssuesViewProps = {
  /** Who sees the page, and who its buttons: the checks the endpoints ask. */
  access: { manage: AccessCheck; trigger: AccessCheck; view: AccessCheck }
  slugs: Slugs
} & AdminViewServerProps

/** Open issues by kind and reason. Sends away who may not see them. */
export const IssuesView = async ({
  access,
  slugs,
  ...view
}: IssuesViewProps): Promise<ReactElement> => {
  const { payload, searchParams } = view
  const { req } = await requireViewer({ access, path: SYNC_ISSUES_PATH, props: view })
  const filter = readFilter(searchParams ?? {})
  const sight = await readSight({ req })
  const [groups, sources, canTrigger, canManage] = await Promise.all([
    listGroups({ filter, payload, sight }),
    listSources({ payload, sight }),
    access.trigger({ req }),
    access.manage({ req }),
  ])

  return (
    <PageFrame view={view}>
      <IssuesViewClient
        fieldLabels={listFieldLabels({ groups, req })}
        initialFilter={filter}
        initialGroups={groups}
        initialNow={Date.now()}
        issuesSlug={slugs.syncIssues}
        logsSlug={slugs.syncLogs}
        may={{ manage: canManage, trigger: canTrigger, view: true }}
        sources={sources}
      />
    </PageFrame>
  )
}
