'use client'

import type { ReactElement } from 'react'

import { Pill } from '@payloadcms/ui'

import type { RunStatus } from '../../../../sync/run/RunStatus.js'

import { usePluginTranslation } from '../client/usePluginTranslation.client.js'

const STYLES = {
  cancelled: 'light',
  completed: 'success',
  failed: 'error',
  partial: 'warning',
  queued: 'light-gray',
  running: 'dark',
} as const satisfies Record<RunStatus, string>

type StatusPillProps = {
  status: RunStatus
  /** @default what the status is called */
  text?: string | undefined
}

export const StatusPill = ({ status, text }: StatusPillProps): ReactElement => {
  const { t } = usePluginTranslation()

  return (
    <Pill pillStyle={STYLES[status]} size="small">
      {text ?? t(`options:runStatus:${status}`)}
    </Pill>
  )
}
