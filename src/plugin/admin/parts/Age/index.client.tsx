'use client'

import type { ReactElement } from 'react'

import { useConfig, useTranslation } from '@payloadcms/ui'
import { formatDate } from '@payloadcms/ui/shared'

import { useHydrated } from '../client/useHydrated.client.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { formatAge } from '../format/formatAge.js'

type AgeProps = {
  /** ISO 8601. */
  date: string
  now: number
}

/** How long ago something happened; the exact time is its title. */
export const Age = ({ date, now }: AgeProps): ReactElement => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { t } = usePluginTranslation()
  const isHydrated = useHydrated()
  // The server does not know the reader's time zone.
  const title = isHydrated
    ? formatDate({ date, i18n, pattern: config.admin.dateFormat })
    : undefined

  return (
    <time dateTime={date} title={title}>
      {formatAge({ now, t, then: Date.parse(date) })}
    </time>
  )
}
