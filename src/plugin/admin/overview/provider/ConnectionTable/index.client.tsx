'use client'

import type { ReactElement } from 'react'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { OwnConnection } from '../../../../../sync/operations/status/listOwnConnections.js'
import type { Run } from '../../../../../sync/run/Run.js'
import type { TriggerSync } from '../../../parts/trigger/useTriggerSync.client.js'

import { Age } from '../../../parts/Age/index.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { ConnectionPill } from '../../../parts/ConnectionPill/index.client.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { ModeButton } from '../../../parts/ModeButton/index.client.js'
import { StatusPill } from '../../../parts/StatusPill/index.client.js'
import { IMPORT_VIEW_PATH } from '../../../syncPaths.js'

type ConnectionTableProps = {
  activeRuns: readonly Run[]
  canTrigger: boolean
  connections: readonly OwnConnection[]
  connectionsSlug: string
  /** While a request to start something is on its way. */
  isSending: boolean
  now: number
  onTrigger: TriggerSync
  /** Its name. */
  provider: string
  /** Whether its records come in files. */
  readsFiles: true | undefined
}

/** The connections that people entered: how each does, when it is synced, and a button for it. */
export const ConnectionTable = ({
  activeRuns,
  canTrigger,
  connections,
  connectionsSlug,
  isSending,
  now,
  onTrigger,
  provider,
  readsFiles,
}: ConnectionTableProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { permissions } = useAuth()
  const { t } = usePluginTranslation()
  const headingId = `sync-view-connections-${provider}`
  const toURL = (id: number | string) =>
    formatAdminURL({ adminRoute, path: `/collections/${connectionsSlug}/${id}` })

  return (
    <div className="sync-view__connections">
      <div className="sync-view__section-head">
        <h3 className="sync-view__subheading" id={headingId}>
          {t('collections:syncConnections:plural')}
        </h3>
        {permissions?.collections?.[connectionsSlug]?.create && (
          <Link className="sync-view__link" href={toURL('create')} prefetch={false}>
            {t('connections:add')}
          </Link>
        )}
      </div>
      {connections.length === 0 ? (
        <p className="sync-view__muted">{t('connections:none')}</p>
      ) : (
        <table aria-labelledby={headingId} className="sync-view__table">
          <thead>
            <tr>
              <th scope="col">{t('fields:connection')}</th>
              <th scope="col">{t('view:columns:status')}</th>
              <th scope="col">{t('connections:lastSync')}</th>
              <th scope="col">{t('connections:nextSync')}</th>
              {canTrigger && (
                <th scope="col">
                  <span className="sync-view__hidden">{t('view:columns:action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {connections.map((connection) => (
              <ConnectionRow
                canTrigger={canTrigger}
                connection={connection}
                href={toURL(connection.id)}
                importHref={
                  readsFiles &&
                  `${formatAdminURL({ adminRoute, path: IMPORT_VIEW_PATH })}?connection=${encodeURIComponent(connection.name)}`
                }
                isSending={isSending}
                key={connection.id}
                now={now}
                onSync={() => onTrigger({ connection: connection.name, mode: 'full', provider })}
                runs={activeRuns.filter(
                  (run) => run.provider === provider && run.connection === connection.name,
                )}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

type ConnectionRowProps = {
  canTrigger: boolean
  connection: OwnConnection
  href: string
  /** Where a file is brought for it, where its records come in files. */
  importHref: string | undefined
  isSending: boolean
  now: number
  onSync: () => void
  /** Its own that wait or work. */
  runs: readonly Run[]
}

const ConnectionRow = ({
  canTrigger,
  connection: { isActive, label, lastSuccessAt, nextSlotAt, problem, status },
  href,
  importHref,
  isSending,
  now,
  onSync,
  runs,
}: ConnectionRowProps): ReactElement => {
  const { names, t } = usePluginTranslation()
  const running = runs.find((run) => run.status === 'running')
  const isBusy = runs.some(({ mode }) => mode === 'full')

  return (
    <tr>
      <th data-label={t('fields:connection')} scope="row">
        <Link className="sync-view__link" href={href} prefetch={false}>
          {label}
        </Link>
      </th>
      <td data-label={t('view:columns:status')}>
        <span className="sync-view__pills">
          <ConnectionPill isActive={isActive} status={status} />
          {running ? (
            <>
              <StatusPill status="running" />
              <span className="sync-view__muted">
                {running.progress.label ?? names.resource(running)}
              </span>
            </>
          ) : runs.length > 0 ? (
            <>
              <StatusPill status="queued" />
              <span className="sync-view__muted">{t('connections:waiting')}</span>
            </>
          ) : null}
        </span>
        {problem && <p className="sync-view__error">{problem}</p>}
      </td>
      <td data-label={t('connections:lastSync')}>
        {lastSuccessAt ? (
          <Age date={lastSuccessAt} now={now} />
        ) : (
          <span className="sync-view__muted">{t('view:neverSucceeded')}</span>
        )}
      </td>
      <td className="sync-view__next" data-label={t('connections:nextSync')}>
        {nextSlotAt
          ? t('view:inDuration', {
              duration: formatDuration({ ms: Math.max(0, Date.parse(nextSlotAt) - now), t }),
            })
          : '–'}
      </td>
      {canTrigger && (
        <td className="sync-view__action">
          {importHref ? (
            <Link
              aria-label={`${t('files:title')}: ${label}`}
              className="sync-view__link"
              href={importHref}
              prefetch={false}
            >
              {t('files:title')}
            </Link>
          ) : (
            <ModeButton
              busyModes={isBusy ? ['full'] : []}
              defaultMode="full"
              isDisabled={isSending || !isActive}
              label={t('view:syncNow')}
              modes={['full']}
              name={label}
              onChoose={onSync}
            />
          )}
        </td>
      )}
    </tr>
  )
}
