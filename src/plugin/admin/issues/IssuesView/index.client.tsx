'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { IssuesPageProps } from '../IssuesPage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../../parts/table.css'
import '../IssuesPage/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const IssuesPage = lazy(() => import('../IssuesPage/index.client.js'))

/** The issues in the browser. */
export const IssuesViewClient = (props: IssuesPageProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <IssuesPage {...props} />
  </Suspense>
)
