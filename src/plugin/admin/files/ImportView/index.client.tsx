'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { ImportPageProps } from '../ImportPage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../../parts/RunCounts/index.css'
import '../FileWizard/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const ImportPage = lazy(() => import('../ImportPage/index.client.js'))

/** The place where files are brought, in the browser. */
export const ImportViewClient = (props: ImportPageProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <ImportPage {...props} />
  </Suspense>
)
