'use client'

import type { ReactElement } from 'react'

import { Pill } from '@payloadcms/ui'

import type { OwnConnection } from '../../../../sync/operations/status/listOwnConnections.js'

import { usePluginTranslation } from '../client/usePluginTranslation.client.js'

const STYLES = {
  deactivated: 'error',
  failing: 'warning',
  new: 'light-gray',
  refused: 'error',
  working: 'success',
} as const satisfies Record<OwnConnection['status'], string>

type ConnectionPillProps = Pick<OwnConnection, 'isActive' | 'status'>

/** How a connection does, or that a person has switched it off. */
export const ConnectionPill = ({ isActive, status }: ConnectionPillProps): ReactElement => {
  const { t } = usePluginTranslation()
  const isOff = !isActive && status !== 'deactivated'

  return (
    <Pill pillStyle={isOff ? 'light' : STYLES[status]} size="small">
      {isOff ? t('connections:off') : t(`options:connectionStatus:${status}`)}
    </Pill>
  )
}
