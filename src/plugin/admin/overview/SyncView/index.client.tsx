'use client'

import type { ReactElement } from 'react'

import { LoadingOverlay } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { SyncPageProps } from '../SyncPage/index.client.js'

import './index.css'

/** Loaded by those who open it: Payload loads all that is named here with every admin page. */
const SyncPage = lazy(() => import('../SyncPage/index.client.js'))

export type SyncViewClientProps = SyncPageProps

export const SyncViewClient = (props: SyncViewClientProps): ReactElement => (
  <Suspense fallback={<LoadingOverlay />}>
    <SyncPage {...props} />
  </Suspense>
)
