'use client'

import type { ReactElement } from 'react'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { formatDate } from '@payloadcms/ui/shared'

import { useHydrated } from '../client/useHydrated.client.js'

type MomentProps = {
  /** ISO 8601. */
  date: string
}

/** When something happened, by the reader's clock. */
export const Moment = ({ date }: MomentProps): ReactElement => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  // The server does not know the reader's time zone.
  const isHydrated = useHydrated()

  return (
    <time dateTime={date}>
      {isHydrated ? formatDate({ date, i18n, pattern: config.admin.dateFormat }) : '…'}
    </time>
  )
}
