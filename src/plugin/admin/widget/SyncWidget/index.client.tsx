'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Health } from '../../../../sync/run/Health.js'
import type { Run } from '../../../../sync/run/Run.js'

import { describeReason } from '../../../translations/describe/describeReason.js'
import { Age } from '../../parts/Age/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { StatusPill } from '../../parts/StatusPill/index.client.js'
import './index.css'

type SyncWidgetClientProps = {
  failures: Run[]
  health: Health
  /** Of the sync view. */
  href: string
  logsSlug: string
  /** The server's time when it read the status. */
  now: number
  running: number
  waiting: number
}

/** The widget of the dashboard in the browser. */
export const SyncWidgetClient = ({
  failures,
  health: { level, reasons },
  href,
  logsSlug,
  now,
  running,
  waiting,
}: SyncWidgetClientProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { names, t } = usePluginTranslation()
  const [worst] = reasons

  return (
    <section
      aria-label={t('widget:label')}
      className={`sync-widget sync-widget--${level.toLowerCase()}`}
    >
      <h2 className="sync-widget__level">
        <span aria-hidden className="sync-widget__sign" />
        <Link href={href} prefetch={false} title={t('widget:open')}>
          {t('widget:label')}: {t(`health:levels:${level}`)}
        </Link>
      </h2>
      <p className="sync-widget__muted">{t('view:summary', { queued: waiting, running })}</p>
      {worst && (
        <p className="sync-widget__reason">{describeReason({ names, reason: worst, t }).message}</p>
      )}
      {failures.length > 0 && (
        <>
          <h3 className="sync-widget__heading">{t('widget:failures')}</h3>
          <ul className="sync-widget__runs">
            {failures.map(({ id, finishedAt, mode, provider, resource, status }) => (
              <li key={id}>
                <Link
                  href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${id}` })}
                  prefetch={false}
                >
                  {names.work({ mode, provider, resource })}
                </Link>
                <StatusPill status={status} />
                {finishedAt && (
                  <span className="sync-widget__muted">
                    <Age date={finishedAt} now={now} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
