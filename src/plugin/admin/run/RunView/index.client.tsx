'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { RunPageProps } from '../RunPage/index.client.js'

import '../../overview/SyncView/index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const RunPage = lazy(() => import('../RunPage/index.client.js'))

export type RunViewClientProps = RunPageProps

export const RunViewClient = (props: RunViewClientProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <RunPage {...props} />
  </Suspense>
)
