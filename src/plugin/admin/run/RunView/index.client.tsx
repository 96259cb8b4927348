'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { RunPageProps } from '../RunPage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../../parts/ActiveRun/index.css'
import '../../parts/RunCounts/index.css'
import '../RunPage/index.css'
import '../RunTimeline/index.css'
import '../RunFigures/index.css'
import '../RunTechnical/index.css'
import '../RunScopes/index.css'
import '../RunDocuments/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const RunPage = lazy(() => import('../RunPage/index.client.js'))

export type RunViewClientProps = RunPageProps

/** The page of a run in the browser. */
export const RunViewClient = (props: RunViewClientProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <RunPage {...props} />
  </Suspense>
)
