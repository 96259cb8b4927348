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

type StatusPillProps = { status: RunStatus }

export const StatusPill = ({ status }: StatusPillProps): ReactElement => {
  const { t } = usePluginTranslation()

  return (
    <Pill pillStyle={STYLES[status]} size="small">
      {t(`options:runStatus:${status}`)}
    </Pill>
  )
}
