'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { IssuePageProps } from '../IssuePage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../IssuePage/index.css'
import '../Quarantine/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const IssuePage = lazy(() => import('../IssuePage/index.client.js'))

/** The page of an issue in the browser. */
export const IssueViewClient = (props: IssuePageProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <IssuePage {...props} />
  </Suspense>
)
