'use client'

import type { ReactElement } from 'react'

import { ShimmerEffect } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import type { ConnectionForm } from '../../../collections/machinery/connections/toConnectionForms.js'

import './index.css'

// Loaded by those who open the form: Payload loads all that is named here with every admin page.
const PARTS = {
  check: lazy(() => import('../ConnectionCheck/index.client.js')),
  credentials: lazy(() => import('../CredentialInputs/index.client.js')),
  delete: lazy(() => import('../ConnectionDelete/index.client.js')),
  settings: lazy(() => import('../SettingInputs/index.client.js')),
}

export type ConnectionPartProps = {
  forms: ConnectionForm[]
  logsSlug: string
  readOnly?: boolean
}

type ConnectionFieldProps = { of: keyof typeof PARTS } & ConnectionPartProps

/** A part of the form of a connection, made from the schemas of its provider, or of its menu. */
export const ConnectionField = ({
  forms,
  logsSlug,
  of,
  readOnly,
}: ConnectionFieldProps): ReactElement => {
  const Part = PARTS[of]
  return (
    <Suspense fallback={of === 'delete' ? null : <ShimmerEffect height="4rem" />}>
      <Part forms={forms} logsSlug={logsSlug} readOnly={readOnly} />
    </Suspense>
  )
}
