'use client'

import type { ReactElement } from 'react'

import { Banner, Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { SyncMode } from '../../../sdk/index.js'
import type { ProviderStatus, ResourceStatus } from '../../../sync/operations/SyncStatus.js'
import type { Run } from '../../../sync/run/Run.js'
import type { TriggerSync } from '../useTriggerSync.client.js'

import { Age } from '../Age/index.client.js'
import { formatCount } from '../formatCount.js'
import { getBusyModes } from '../getBusyModes.js'
import { getDefaultMode } from '../getDefaultMode.js'
import { ModeButton } from '../ModeButton/index.client.js'
import { RunCounts } from '../RunCounts/index.client.js'
import { StatusPill } from '../StatusPill/index.client.js'
import { toListURL } from '../toListURL.js'
import { usePluginTranslation } from '../usePluginTranslation.client.js'

type Shared = {
  activeRuns: readonly Run[]
  canTrigger: boolean
  /** While a request to start something is on its way. */
  isSending: boolean
  issuesSlug: string
  logsSlug: string
  now: number
  onTrigger: TriggerSync
}

type ProviderCardProps = { provider: ProviderStatus } & Shared

/** One provider: how fresh each of its resources is, and the buttons to sync them. */
export const ProviderCard = ({ provider, ...shared }: ProviderCardProps): ReactElement => {
  const { t } = usePluginTranslation()
  const { name, label, problems, resources } = provider
  const { canTrigger, isSending, onTrigger } = shared
  const headingId = `sync-view-provider-${name}`
  const modes = collectModes(resources)
  // "Everything" is every resource, and a mode other than `full` leaves out those without it.
  const defaultMode = getDefaultMode({ hasSucceeded: false, modes })

  return (
    <section aria-labelledby={headingId} className="sync-view__section sync-view__card">
      <div className="sync-view__section-head">
        <h2 className="sync-view__heading" id={headingId}>
          {label}
        </h2>
        {canTrigger && defaultMode && (
          <ModeButton
            busyModes={[]}
            defaultMode={defaultMode}
            isDisabled={isSending || problems.length > 0}
            label={t('view:syncEverything')}
            modes={modes}
            name={label}
            onChoose={(mode) => onTrigger({ mode, provider: name })}
          />
        )}
      </div>
      {problems.length > 0 && (
        <Banner className="sync-view__banner" type="error">
          <strong>{t('view:problems', { provider: label })}</strong>
          <ul className="sync-view__problems">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Banner>
      )}
      <table aria-labelledby={headingId} className="sync-view__table">
        <thead>
          <tr>
            <th scope="col">{t('fields:resource')}</th>
            <th scope="col">{t('view:columns:lastResult')}</th>
            <th scope="col">{t('view:columns:lastSuccess')}</th>
            <th className="sync-view__number" scope="col">
              {t('view:columns:stored')}
            </th>
            <th className="sync-view__number" scope="col">
              {t('view:columns:openIssues')}
            </th>
            {canTrigger && (
              <th scope="col">
                <span className="sync-view__hidden">{t('view:columns:action')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <ResourceRow key={resource.name} provider={provider} resource={resource} {...shared} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ResourceRowProps = { provider: ProviderStatus; resource: ResourceStatus } & Shared

const ResourceRow = ({
  activeRuns,
  canTrigger,
  isSending,
  issuesSlug,
  logsSlug,
  now,
  onTrigger,
  provider,
  resource,
}: ResourceRowProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, t } = usePluginTranslation()
  const { name, collection, consecutiveFailures, lastRun, lastSuccessAt, modes } = resource
  const defaultMode = getDefaultMode({ hasSucceeded: lastSuccessAt !== null, modes })
  const busyModes = getBusyModes({
    activeRuns,
    modes,
    provider: provider.name,
    resource: name,
  })

  return (
    <tr>
      <th data-label={t('fields:resource')} scope="row">
        <span className="sync-view__resource">{name}</span>
        {consecutiveFailures > 1 && (
          <p className="sync-view__error">
            {t('view:failures', { failures: consecutiveFailures })}
          </p>
        )}
      </th>
      <td data-label={t('view:columns:lastResult')}>
        {lastRun ? (
          <>
            <Link
              className="sync-view__pill-link"
              href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${lastRun.id}` })}
              prefetch={false}
            >
              <StatusPill status={lastRun.status} />
            </Link>{' '}
            {lastRun.finishedAt && (
              <span className="sync-view__muted">
                <Age date={lastRun.finishedAt} now={now} />
              </span>
            )}
            <RunCounts counts={lastRun.counts} />
            {lastRun.error && <p className="sync-view__error">{lastRun.error.message}</p>}
          </>
        ) : (
          <span className="sync-view__muted">{t('view:neverRun')}</span>
        )}
      </td>
      <td data-label={t('view:columns:lastSuccess')}>
        {lastSuccessAt ? (
          <Age date={lastSuccessAt} now={now} />
        ) : (
          <span className="sync-view__muted">{t('view:neverSucceeded')}</span>
        )}
      </td>
      <td className="sync-view__number" data-label={t('view:columns:stored')}>
        <Link
          className="sync-view__link"
          href={toListURL({ adminRoute, collection, where: { provider: provider.name } })}
          prefetch={false}
        >
          {formatCount({ count: resource.stored, language })}
        </Link>
      </td>
      <td className="sync-view__number" data-label={t('view:columns:openIssues')}>
        {resource.openIssues > 0 ? (
          <Link
            className="sync-view__link sync-view__link--problem"
            href={toListURL({
              adminRoute,
              collection: issuesSlug,
              where: { provider: provider.name, resource: name, status: 'open' },
            })}
            prefetch={false}
          >
            {formatCount({ count: resource.openIssues, language })}
          </Link>
        ) : (
          '0'
        )}
      </td>
      {canTrigger && (
        <td className="sync-view__action">
          {defaultMode && (
            <ModeButton
              busyModes={busyModes}
              defaultMode={defaultMode}
              isDisabled={isSending || provider.problems.length > 0}
              label={t('view:syncNow')}
              modes={modes}
              name={`${provider.label}, ${name}`}
              onChoose={(mode) => onTrigger({ mode, provider: provider.name, resource: name })}
            />
          )}
        </td>
      )}
    </tr>
  )
}

/** Every mode that some resource knows, each once. */
const collectModes = (resources: readonly ResourceStatus[]): SyncMode[] => [
  ...new Set(resources.flatMap(({ modes }) => modes)),
]
