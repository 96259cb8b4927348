import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { listGroups } from '../../../../sync/operations/issues/groups/listGroups.js'
import { listSources } from '../../../../sync/operations/issues/groups/listSources.js'
import { readSight } from '../../../collections/readSight.js'
import { getDefaultTemplate } from '../../../platform/getDefaultTemplate.js'
import { getAuthRedirect } from '../../server/getAuthRedirect.js'
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
  i18n,
  initPageResult,
  params,
  payload,
  searchParams,
  slugs,
  user,
  viewActions,
}: IssuesViewProps): Promise<ReactElement> => {
  const { locale, permissions, req, visibleEntities } = initPageResult

  // Payload serves a custom view to everybody and leaves it to the view to ask who is there.
  if (!req.user || !permissions?.canAccessAdmin || !(await access.view({ req }))) {
    redirect(
      getAuthRedirect({
        config: payload.config,
        hasUser: Boolean(req.user),
        path: SYNC_ISSUES_PATH,
      }),
    )
  }

  const filter = readFilter(searchParams ?? {})
  const sight = await readSight({ req })
  const [groups, sources, canTrigger, canManage, DefaultTemplate] = await Promise.all([
    listGroups({ filter, payload, sight }),
    listSources({ payload, sight }),
    access.trigger({ req }),
    access.manage({ req }),
    getDefaultTemplate(),
  ])

  return (
    <DefaultTemplate
      i18n={i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      viewActions={viewActions}
      // A copy: React freezes what it is handed, and Payload still writes to these.
      visibleEntities={{ ...visibleEntities }}
    >
      <Gutter className="sync-view">
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
      </Gutter>
    </DefaultTemplate>
  )
}
