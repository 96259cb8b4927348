import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Slugs } from '../../../options/collectionKeys.js'
import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { getReport } from '../../../../sync/operations/reports/getReport.js'
import { readSight } from '../../../collections/readSight.js'
import { PageFrame } from '../../server/PageFrame.js'
import { requireViewer } from '../../server/requireViewer.js'
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
  slugs,
  ...view
}: ReportViewProps): Promise<ReactElement> => {
  const { payload, searchParams } = view
  const { req } = await requireViewer({ access, path: REPORT_VIEW_PATH, props: view })
  const now = new Date()
  const days = readDays({ now, searchParams })
  const sight = await readSight({ req })

  return (
    <PageFrame view={view}>
      <ReportViewClient
        initialDays={days}
        initialNow={now.getTime()}
        initialReport={await getReport({ ...days, payload, sight })}
        logsSlug={slugs.syncLogs}
        schedulesSlug={slugs.syncSchedules}
      />
    </PageFrame>
  )
}
