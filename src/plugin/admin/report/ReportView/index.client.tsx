'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { ReportPageProps } from '../ReportPage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../../parts/table.css'
import '../../parts/Choice/index.css'
import '../../parts/QuotaBar/index.css'
import '../ReportPage/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const ReportPage = lazy(() => import('../ReportPage/index.client.js'))

/** The report in the browser. */
export const ReportViewClient = (props: ReportPageProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <ReportPage {...props} />
  </Suspense>
)
