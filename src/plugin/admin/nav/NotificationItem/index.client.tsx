'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'

import type { Severity } from '../../../../sync/run/notices/Notice.js'

import { Age } from '../../parts/Age/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

/** One line of the bell, as its route gives it. */
export type ShownNotification = {
  /** ISO 8601. */
  at: string
  id: number | string
  isRead: boolean
  severity: Severity
  /** What happened, the most severe first; never nothing. */
  texts: { name: string; next: string; title: string; url: string; why: string }[]
}

type NotificationItemProps = {
  notification: ShownNotification
  now: number
  onOpen: () => void
}

/** What somebody was told: what happened, why, and what happens next. */
export const NotificationItem = ({
  notification: { at, isRead, severity, texts },
  now,
  onOpen,
}: NotificationItemProps): null | ReactElement => {
  const { t } = usePluginTranslation()
  const [first, ...others] = texts
  if (!first) {
    return null
  }

  return (
    <li className={`sync-bell__item sync-bell__item--${severity}`} data-read={isRead}>
      <p className="sync-bell__meta">
        <span className="sync-bell__severity">{t(`options:severity:${severity}`)}</span>
        <Age date={at} now={now} />
        {!isRead && <span className="sync-bell__unread">{t('notifications:bell:unread')}</span>}
      </p>
      <Link className="sync-bell__link" href={first.url} onClick={onOpen} prefetch={false}>
        {first.title}
      </Link>
      {first.why !== '' && <p className="sync-bell__why">{first.why}</p>}
      {others.map(({ name, title, url }) => (
        <p className="sync-bell__other" key={`${name}/${title}`}>
          <Link className="sync-bell__link" href={url} onClick={onOpen} prefetch={false}>
            {title}
          </Link>
        </p>
      ))}
      <p className="sync-bell__next">{first.next}</p>
    </li>
  )
}
