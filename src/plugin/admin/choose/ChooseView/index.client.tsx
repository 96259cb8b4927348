'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { ChoosePageProps } from '../ChoosePage/index.client.js'

// What is loaded lazily would be drawn before its style sheet has come.
import '../../parts/page.css'
import '../ChoosePage/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const ChoosePage = lazy(() => import('../ChoosePage/index.client.js'))

/** The page to choose what is synced, in the browser. */
export const ChooseViewClient = (props: ChoosePageProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <ChoosePage {...props} />
  </Suspense>
)
