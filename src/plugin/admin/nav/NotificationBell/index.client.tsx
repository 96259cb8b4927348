'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'
import { useId, useRef } from 'react'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { NotificationItem } from '../NotificationItem/index.client.js'
import './index.css'
import { useNotifications } from './useNotifications.client.js'

type NotificationBellClientProps = { listURL: string }

/** More are not worth counting. */
const MOST_COUNTED = 99

/** How much there is to read, and what it is. The browser itself opens and closes what it is in. */
export const NotificationBellClient = ({ listURL }: NotificationBellClientProps): ReactElement => {
  const { t } = usePluginTranslation()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const { docs, hasFailed, markRead, now, refresh, unread } = useNotifications()
  const close = (): void => panel.current?.hidePopover()

  return (
    <div className="sync-bell">
      <button
        aria-label={t('notifications:bell:count', { count: unread })}
        className="sync-bell__button"
        id="sync-bell"
        popoverTarget={id}
        type="button"
      >
        <svg aria-hidden fill="none" height="20" viewBox="0 0 20 20" width="20">
          <path
            d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3Zm-1.75 13a1.8 1.8 0 0 0 3.5 0"
            stroke="currentColor"
            strokeLinecap="round"
            strokeLinejoin="round"
            strokeWidth="1.4"
          />
        </svg>
        {unread > 0 && (
          <span aria-hidden className="sync-bell__count">
            {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
          </span>
        )}
      </button>
      <div
        aria-labelledby={`${id}-title`}
        className="sync-bell__panel"
        id={id}
        onToggle={({ newState }) => {
          if (newState === 'open') {
            refresh()
          }
        }}
        popover="auto"
        ref={panel}
        role="dialog"
      >
        <div className="sync-bell__head">
          <h2 className="sync-bell__title" id={`${id}-title`}>
            {t('notifications:bell:title')}
          </h2>
          {unread > 0 && (
            <button className="sync-bell__action" onClick={() => markRead()} type="button">
              {t('notifications:bell:readAll')}
            </button>
          )}
        </div>
        <div aria-live="polite">
          {hasFailed && <p className="sync-bell__note">{t('notifications:bell:unreadable')}</p>}
          {!hasFailed && docs.length === 0 && (
            <div className="sync-bell__note">
              <p>{t('notifications:bell:none')}</p>
              <p>{t('notifications:bell:noneHint')}</p>
            </div>
          )}
        </div>
        {docs.length > 0 && (
          <ul className="sync-bell__list">
            {docs.map((notification) => (
              <NotificationItem
                key={notification.id}
                notification={notification}
                now={now}
                onOpen={() => {
                  if (!notification.isRead) {
                    markRead([notification.id])
                  }
                  close()
                }}
              />
            ))}
          </ul>
        )}
        <div className="sync-bell__foot">
          <Link className="sync-bell__action" href={listURL} onClick={close} prefetch={false}>
            {t('notifications:bell:showAll')}
          </Link>
        </div>
      </div>
    </div>
  )
}
