'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type {
  ProviderStatus,
  ResourceStatus,
} from '../../../../../sync/operations/status/SyncStatus.js'
import type { Run } from '../../../../../sync/run/Run.js'
import type { TriggerSync } from '../../../parts/trigger/useTriggerSync.client.js'

import { mayBeRetried } from '../../../../../sync/run/RunStatus.js'
import { Age } from '../../../parts/Age/index.client.js'
import { toListURL } from '../../../parts/client/toListURL.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { ModeButton } from '../../../parts/ModeButton/index.client.js'
import { RunAction } from '../../../parts/RunAction/index.client.js'
import { StatusPill } from '../../../parts/StatusPill/index.client.js'
import { getBusyModes } from '../../../parts/trigger/getBusyModes.js'
import { getDefaultMode } from '../../../parts/trigger/getDefaultMode.js'

export type ResourceRowProps = {
  activeRuns: readonly Run[]
  /** The resource above whose error is the same; `undefined` where none is. */
  alikeTo: string | undefined
  canTrigger: boolean
  /** Whether anything can be asked of it: what comes in files cannot. */
  hasActions: boolean
  /** Whether the tables have a column for when a schedule starts a resource next. */
  hasSlots: boolean
  /** While a request to start something is on its way. */
  isSending: boolean
  issuesSlug: string
  logsSlug: string
  now: number
  /** Called when something was asked of the server. */
  onAnswer: () => void
  onTrigger: TriggerSync
  provider: ProviderStatus
  resource: ResourceStatus
  schedulesSlug: string
}

/** One resource: how fresh it is, what its last run did, and what can be done. */
export const ResourceRow = ({
  alikeTo,
  hasActions,
  hasSlots,
  issuesSlug,
  logsSlug,
  now,
  provider,
  resource,
  schedulesSlug,
  ...actions
}: ResourceRowProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, names, t } = usePluginTranslation()
  const { name, activeRun, collection, consecutiveFailures, lastRun, openIssues } = resource
  const { stored, waitsFor } = resource
  const label = names.resource({ provider: provider.name, resource: name })
  const shownRun = activeRun ?? lastRun
  // A newer run hides what an older one met.
  const error = shownRun?.error
  const write = (count: number): string => formatCount({ count, language })
  // On a phone nobody needs six times nothing.
  const isUntouched = !shownRun && openIssues + stored === 0
  const isCalm =
    !activeRun &&
    openIssues === 0 &&
    waitsFor === null &&
    (lastRun?.status ?? 'completed') === 'completed'
  const numberClass = isUntouched ? 'sync-view__number sync-view__none' : 'sync-view__number'

  return (
    <tr className={isCalm ? 'sync-view__calm' : undefined}>
      <th className="sync-view__lead" data-label={t('fields:resource')} scope="row">
        {label}
      </th>
      <td className="sync-view__plain" data-label={t('view:columns:fresh')}>
        <Freshness now={now} resource={resource} />
      </td>
      <td className="sync-view__last-run sync-view__plain" data-label={t('view:columns:lastRun')}>
        {shownRun ? (
          <Link
            className="sync-view__pill-link"
            href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${shownRun.id}` })}
            prefetch={false}
            title={t('view:openLog', { name: label })}
          >
            <StatusPill
              status={waitsFor !== null && !activeRun ? 'queued' : shownRun.status}
              text={waitsFor !== null && !activeRun ? t('view:waits') : undefined}
            />
          </Link>
        ) : (
          <span className="sync-view__muted">{t('view:neverRun')}</span>
        )}{' '}
        {shownRun?.startedAt && shownRun.finishedAt && (
          <span className="sync-view__muted sync-view__nowrap">
            {formatDuration({
              ms: Date.parse(shownRun.finishedAt) - Date.parse(shownRun.startedAt),
              t,
            })}
          </span>
        )}
        {waitsFor !== null && !activeRun ? (
          <p className="sync-view__muted">
            {t('view:waitsFor', {
              name: names.resource({ provider: provider.name, resource: waitsFor }),
            })}
          </p>
        ) : alikeTo !== undefined ? (
          <p className="sync-view__muted">
            {t('view:sameReason', {
              name: names.resource({ provider: provider.name, resource: alikeTo }),
            })}
          </p>
        ) : (
          error && (
            <p className="sync-view__error">
              {error.message}
              {consecutiveFailures > 1 &&
                ` ${t('view:failures', { failures: consecutiveFailures })}.`}
            </p>
          )
        )}
      </td>
      {(['created', 'updated', 'unchanged'] as const).map((count) => (
        <td className={numberClass} data-label={t(`counts:${count}`)} key={count}>
          {shownRun ? write(shownRun.counts[count]) : '–'}
        </td>
      ))}
      <td className={numberClass} data-label={t('view:columns:openIssues')}>
        {openIssues > 0 ? (
          <Link
            className="sync-view__link sync-view__link--problem"
            href={toListURL({
              adminRoute,
              collection: issuesSlug,
              where: { provider: provider.name, resource: name, status: 'open' },
            })}
            prefetch={false}
          >
            {write(openIssues)}
          </Link>
        ) : (
          '0'
        )}
      </td>
      <td className={numberClass} data-label={t('view:columns:stored')}>
        <Link
          className="sync-view__link"
          href={toListURL({ adminRoute, collection, where: { provider: provider.name } })}
          prefetch={false}
        >
          {write(stored)}
        </Link>
      </td>
      {hasSlots && (
        <td className="sync-view__next" data-label={t('view:columns:next')}>
          {resource.nextSlotAt ? (
            <Link
              className="sync-view__link"
              href={toListURL({
                adminRoute,
                collection: schedulesSlug,
                where: { provider: provider.name },
              })}
              prefetch={false}
              title={t('view:schedules')}
            >
              {t('view:inDuration', {
                duration: formatDuration({
                  ms: Math.max(0, Date.parse(resource.nextSlotAt) - now),
                  t,
                }),
              })}
            </Link>
          ) : (
            '–'
          )}
        </td>
      )}
      {actions.canTrigger && (
        <td className="sync-view__action">
          {hasActions && <Actions {...actions} provider={provider} resource={resource} />}
        </td>
      )}
    </tr>
  )
}

type FreshnessProps = Pick<ResourceRowProps, 'now' | 'resource'>

const Freshness = ({
  now,
  resource: { freshUntil, lastSuccessAt },
}: FreshnessProps): ReactElement => {
  const { t } = usePluginTranslation()
  const isStale = freshUntil !== undefined && Date.parse(freshUntil) < now

  if (!lastSuccessAt) {
    return <span className="sync-view__muted">{t('view:neverSucceeded')}</span>
  }
  return (
    <span className={isStale ? 'sync-view__stale' : undefined}>
      <Age date={lastSuccessAt} now={now} />
      {isStale && ` (${t('view:stale')})`}
    </span>
  )
}

type ActionsProps = Pick<
  ResourceRowProps,
  'activeRuns' | 'isSending' | 'onAnswer' | 'onTrigger' | 'provider' | 'resource'
>

const Actions = ({
  activeRuns,
  isSending,
  onAnswer,
  onTrigger,
  provider,
  resource: { name, activeRun, lastRun, lastSuccessAt, modes },
}: ActionsProps): ReactElement => {
  const { names, t } = usePluginTranslation()
  const defaultMode = getDefaultMode({ hasSucceeded: lastSuccessAt !== null, modes })
  const busyModes = getBusyModes({ activeRuns, modes, provider: provider.name, resource: name })

  return (
    <div className="sync-view__actions">
      {activeRun && <RunAction action="cancel" onAnswer={onAnswer} run={activeRun} />}
      {!activeRun && lastRun && mayBeRetried(lastRun) && (
        <RunAction action="retry" onAnswer={onAnswer} run={lastRun} />
      )}
      {defaultMode && busyModes.length < modes.length && (
        <ModeButton
          busyModes={busyModes}
          defaultMode={defaultMode}
          isDisabled={isSending || !provider.isReady}
          label={t('view:syncNow')}
          modes={modes}
          name={names.work({ provider: provider.name, resource: name })}
          onChoose={(mode) => onTrigger({ mode, provider: provider.name, resource: name })}
        />
      )}
    </div>
  )
}
