'use client'

import type { ReactElement } from 'react'

import { Banner, Link, useAuth, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import type { SyncMode } from '../../../../../sdk/index.js'
import type {
  ProviderStatus,
  ResourceStatus,
} from '../../../../../sync/operations/status/SyncStatus.js'
import type { ResourceRowProps } from '../ResourceRow/index.client.js'

import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { DeletedHere } from '../../../parts/DeletedHere/index.client.js'
import { ModeButton } from '../../../parts/ModeButton/index.client.js'
import { QuotaBar } from '../../../parts/QuotaBar/index.client.js'
import { getDefaultMode } from '../../../parts/trigger/getDefaultMode.js'
import { CHOOSE_VIEW_PATH, IMPORT_VIEW_PATH } from '../../../syncPaths.js'
import { ConnectionTable } from '../ConnectionTable/index.client.js'
import { ResetProvider } from '../ResetProvider/index.client.js'
import { ResourceRow } from '../ResourceRow/index.client.js'
import { sortQuotas } from '../sortQuotas.js'

type ProviderCardProps = { connectionsSlug: string; provider: ProviderStatus } & Omit<
  ResourceRowProps,
  'alikeTo' | 'hasActions' | 'provider' | 'resource'
>

const TABLE = 'sync-view__table sync-view__table--aligned sync-view__table--compact'

/** One provider: how fresh each of its resources is, and the buttons to sync them. */
export const ProviderCard = ({
  connectionsSlug,
  provider,
  ...shared
}: ProviderCardProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { permissions } = useAuth()
  const { t } = usePluginTranslation()
  // On a phone only: what needs nobody's eyes.
  const [isFolded, setIsFolded] = useState(true)
  const { name, breaker, connections, isReady, label, problems, quotas = [], resources } = provider
  const { hasSlots, isSending, now, onAnswer, onTrigger, schedulesSlug } = shared
  // What comes in files cannot be asked for.
  const canTrigger = shared.canTrigger && !provider.readsFiles
  // Where nobody has a connection there is nothing yet to tell of its resources.
  const hasTable = connections?.length !== 0 || resources.some(({ stored }) => stored > 0)
  const headingId = `sync-view-provider-${name}`
  const modes = collectModes(resources)
  // "Everything" is every resource, and a mode other than `full` leaves out those without it.
  const defaultMode = getDefaultMode({ hasSucceeded: false, modes })
  const isHeldBack = breaker.state !== 'closed' || quotas.some(({ remaining }) => remaining < 1)
  // Whoever may make schedules decides how often a provider is asked.
  const mayManage = permissions?.collections?.[schedulesSlug]?.create
  const isScheduled = resources.some(({ nextSlotAt }) => nextSlotAt !== undefined)
  const [tightest, ...otherQuotas] = sortQuotas(quotas)

  return (
    <section aria-labelledby={headingId} className="sync-view__section sync-view__card">
      <div className="sync-view__section-head">
        <h2 className="sync-view__heading" id={headingId}>
          {label}
        </h2>
        {shared.canTrigger && provider.readsFiles && (
          <Link
            className="sync-view__link"
            href={formatAdminURL({ adminRoute, path: IMPORT_VIEW_PATH })}
            prefetch={false}
          >
            {t('files:title')}
          </Link>
        )}
        {provider.choices && (
          <Link
            aria-label={`${t('choose:title')}: ${label}`}
            className="sync-view__link sync-view__choose"
            href={formatAdminURL({ adminRoute, path: `${CHOOSE_VIEW_PATH}/${name}` })}
            prefetch={false}
          >
            {t('choose:title')}
          </Link>
        )}
        {canTrigger && defaultMode && (
          <ModeButton
            busyModes={[]}
            defaultMode={defaultMode}
            isDisabled={isSending || !isReady}
            label={t('view:syncEverything')}
            modes={modes}
            name={label}
            onChoose={(mode) => onTrigger({ mode, provider: name })}
          />
        )}
      </div>
      {tightest && (
        <div className="sync-view__quotas">
          <QuotaBar now={now} provider={name} quota={tightest} />
          {otherQuotas.length > 0 && (
            <details className="sync-view__more">
              <summary>{t('quota:more', { count: otherQuotas.length })}</summary>
              {otherQuotas.map((quota) => (
                <QuotaBar key={quota.name} now={now} provider={name} quota={quota} />
              ))}
            </details>
          )}
        </div>
      )}
      {isReady && isHeldBack && mayManage && (
        <ResetProvider onAnswer={onAnswer} provider={provider} />
      )}
      {problems.length > 0 && (
        <Banner className="sync-view__banner" type={isReady ? 'info' : 'error'}>
          {!isReady && <strong>{t('view:problems', { provider: label })}</strong>}
          <ul className="sync-view__problems">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Banner>
      )}
      {connections && (
        <ConnectionTable
          activeRuns={shared.activeRuns}
          canTrigger={shared.canTrigger}
          connections={connections}
          connectionsSlug={connectionsSlug}
          isSending={isSending}
          now={now}
          onTrigger={onTrigger}
          provider={name}
          readsFiles={provider.readsFiles}
        />
      )}
      <DeletedHere provider={name} />
      {hasTable && (
        <>
          <button
            aria-controls={`${headingId}-table`}
            aria-expanded={!isFolded}
            className="sync-view__group sync-view__fold"
            onClick={() => setIsFolded(!isFolded)}
            type="button"
          >
            {t('view:resources', { count: resources.length })}
          </button>
          <table
            aria-labelledby={headingId}
            className={`${TABLE}${isFolded ? ' sync-view__table--folded' : ''}`}
            id={`${headingId}-table`}
          >
            <colgroup>
              <col className="sync-view__col-name" />
              <col className="sync-view__col-fresh" />
              <col />
              <col className="sync-view__col-number" span={5} />
              {hasSlots && <col className="sync-view__col-next" />}
              {shared.canTrigger && <col className="sync-view__col-action" />}
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t('fields:resource')}</th>
                <th scope="col">{t('view:columns:fresh')}</th>
                <th scope="col">{t('view:columns:lastRun')}</th>
                {(['created', 'updated', 'unchanged'] as const).map((count) => (
                  <th className="sync-view__number" key={count} scope="col">
                    {t(`counts:${count}`)}
                  </th>
                ))}
                <th className="sync-view__number" scope="col">
                  {t('view:columns:openIssues')}
                </th>
                <th className="sync-view__number" scope="col">
                  {t('view:columns:stored')}
                </th>
                {hasSlots && <th scope="col">{t('view:columns:next')}</th>}
                {shared.canTrigger && (
                  <th scope="col">
                    <span className="sync-view__hidden">{t('view:columns:action')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {resources.map((resource) => (
                <ResourceRow
                  alikeTo={findAlike({ resource, resources })}
                  key={resource.name}
                  provider={provider}
                  resource={resource}
                  {...shared}
                  hasActions={canTrigger}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      {hasTable && !isScheduled && isReady && !provider.readsFiles && (
        <p className="sync-view__muted">
          {t('view:noSchedule')}{' '}
          {mayManage && (
            <Link
              className="sync-view__link"
              href={formatAdminURL({
                adminRoute,
                path: `/collections/${schedulesSlug}/create`,
              })}
              prefetch={false}
            >
              {t('view:addSchedule')}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

/** Every mode that some resource knows, each once. */
const collectModes = (resources: readonly ResourceStatus[]): SyncMode[] => [
  ...new Set(resources.flatMap(({ modes }) => modes)),
]

type FindAlikeArgs = { resource: ResourceStatus; resources: readonly ResourceStatus[] }

/** The first resource that shows the very words that this one would show: they are told once. */
const findAlike = ({ resource, resources }: FindAlikeArgs): string | undefined => {
  const toError = ({ activeRun, lastRun, waitsFor }: ResourceStatus): string | undefined =>
    waitsFor === null || activeRun ? (activeRun ?? lastRun)?.error?.message : undefined
  const error = toError(resource)
  const first = error && resources.find((other) => toError(other) === error)
  return first && first !== resource ? first.name : undefined
}
