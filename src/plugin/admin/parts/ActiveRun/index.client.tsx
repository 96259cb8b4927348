'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Run } from '../../../../sync/run/Run.js'

import { toPercent } from '../../../../sync/run/toPercent.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { estimatePace } from '../format/estimatePace.js'
import { formatCount } from '../format/formatCount.js'
import { formatDuration } from '../format/formatDuration.js'
import { RunAction } from '../RunAction/index.client.js'
import { RunCounts } from '../RunCounts/index.client.js'
import { StatusPill } from '../StatusPill/index.client.js'

export type ActiveRunProps = {
  canTrigger: boolean
  logsSlug: string
  now: number
  /** Called when something was asked of the server. */
  onAnswer: () => void
  run: Run
}

/** A run that waits or works, and how far it is. */
export const ActiveRun = ({
  canTrigger,
  logsSlug,
  now,
  onAnswer,
  run,
}: ActiveRunProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, names, t } = usePluginTranslation()
  const { id, counts, error, mode, progress, provider, requests, resource, retryAt } = run
  const { startedAt, status } = run
  const name = names.work({ mode, provider, resource })
  const { label, page, scopesDone, scopesTotal } = progress
  const { leftMs, perSecond } = estimatePace({ now, run })
  const isRunning = status === 'running'

  return (
    <div className="sync-view__run">
      <div className="sync-view__run-head">
        <Link
          className="sync-view__link"
          href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${id}` })}
          prefetch={false}
        >
          {name}
        </Link>
        <StatusPill status={status} />
        {!isRunning && !retryAt && <span className="sync-view__muted">{t('view:waiting')}</span>}
        {retryAt && (!isRunning || Date.parse(retryAt) > now) && (
          <span className="sync-view__muted">
            {t('view:putOff', {
              duration: formatDuration({ ms: Math.max(0, Date.parse(retryAt) - now), t }),
            })}
          </span>
        )}
        {isRunning && startedAt && (
          <span className="sync-view__muted sync-view__run-time">
            {formatDuration({ ms: now - Date.parse(startedAt), t })}
          </span>
        )}
        {canTrigger && <RunAction action="cancel" onAnswer={onAnswer} run={run} />}
      </div>
      {error && <p className="sync-view__error">{error.message}</p>}
      {isRunning && (
        <>
          <div
            aria-label={name}
            aria-valuemax={scopesTotal ?? undefined}
            aria-valuemin={0}
            aria-valuenow={scopesTotal === null ? undefined : scopesDone}
            className={
              scopesTotal === null
                ? 'sync-view__progress sync-view__progress--unknown'
                : 'sync-view__progress'
            }
            role="progressbar"
          >
            <div
              className="sync-view__progress-bar"
              style={scopesTotal === null ? undefined : { width: `${toPercent(progress)}%` }}
            />
          </div>
          <div className="sync-view__run-foot">
            <span>
              {scopesTotal === null
                ? t('view:listingScopes')
                : t('view:scopes', { done: scopesDone, total: scopesTotal })}
              {label && (
                <span className="sync-view__muted">
                  {' '}
                  · {label}
                  {page !== null && page > 1 && `, ${t('view:page', { page })}`}
                </span>
              )}
            </span>
            <span className="sync-view__muted sync-view__pace">
              {[
                ...(perSecond === null
                  ? []
                  : [t('view:pace', { rate: formatCount({ count: perSecond, language }) })]),
                ...(leftMs === null
                  ? []
                  : [t('view:timeLeft', { duration: formatDuration({ ms: leftMs, t }) })]),
                `${t('fields:requests')} ${formatCount({ count: requests, language })}`,
              ].join(' · ')}
            </span>
          </div>
          <RunCounts counts={counts} />
        </>
      )}
    </div>
  )
}
