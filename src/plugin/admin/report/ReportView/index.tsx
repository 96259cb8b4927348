import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { getReport } from '../../../../sync/operations/reports/getReport.js'
import { readSight } from '../../../collections/readSight.js'
import { getDefaultTemplate } from '../../../platform/getDefaultTemplate.js'
import { getAuthRedirect } from '../../server/getAuthRedirect.js'
import { REPORT_VIEW_PATH } from '../../syncPaths.js'
import { ReportViewClient } from './index.client.js'
import { readDays } from './readDays.js'

export type ReportViewProps = {
  /** Who sees the page: the check the endpoint asks. */
  access: { view: AccessCheck }
  slugs: Slugs
} & AdminViewServerProps

/** The report: what ran in a time, how it went and what it cost. Sends away who may not see it. */
export const ReportView = async ({
  access,
  i18n,
  initPageResult,
  params,
  payload,
  searchParams,
  slugs,
  user,
  viewActions,
}: ReportViewProps): Promise<ReactElement> => {
  const { locale, permissions, req, visibleEntities } = initPageResult

  // Payload serves a custom view to everybody and leaves it to the view to ask who is there.
  if (!req.user || !permissions?.canAccessAdmin || !(await access.view({ req }))) {
    const hasUser = Boolean(req.user)
    redirect(getAuthRedirect({ config: payload.config, hasUser, path: REPORT_VIEW_PATH }))
  }

  const now = new Date()
  const days = readDays({ now, searchParams })
  const [initialReport, DefaultTemplate] = await Promise.all([
    readSight({ req }).then((sight) => getReport({ ...days, payload, sight })),
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
        <ReportViewClient
          initialDays={days}
          initialNow={now.getTime()}
          initialReport={initialReport}
          logsSlug={slugs.syncLogs}
          schedulesSlug={slugs.syncSchedules}
        />
      </Gutter>
    </DefaultTemplate>
  )
}
