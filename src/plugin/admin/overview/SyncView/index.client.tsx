'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { SyncPageProps } from '../SyncPage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../../parts/table.css'
import '../../parts/ActiveRun/index.css'
import '../../parts/Choice/index.css'
import '../../parts/QuotaBar/index.css'
import '../../parts/RunCounts/index.css'
import '../Health/index.css'
import '../RunningNow/index.css'
import '../history/History/index.css'
import '../history/HistoryCharts/index.css'
import '../provider/ConnectionTable/index.css'
import '../provider/ProviderCard/index.css'
import '../provider/ResourceRow/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const SyncPage = lazy(() => import('../SyncPage/index.client.js'))

export type SyncViewClientProps = SyncPageProps

/** The sync view in the browser. */
export const SyncViewClient = (props: SyncViewClientProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <SyncPage {...props} />
  </Suspense>
)
