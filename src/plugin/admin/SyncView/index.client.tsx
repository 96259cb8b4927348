'use client'

import type { ReactElement } from 'react'

import { Banner, SetStepNav, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { SyncStatus } from '../../../sync/operations/SyncStatus.js'

import { formatAge } from '../formatAge.js'
import { getActiveRuns, isActive } from '../getActiveRuns.js'
import { NoProviders } from '../NoProviders/index.client.js'
import { ProviderCard } from '../ProviderCard/index.client.js'
import { RecentRuns } from '../RecentRuns/index.client.js'
import { RunningNow } from '../RunningNow/index.client.js'
import { SYNC_API_PATHS } from '../syncPaths.js'
import { usePluginTranslation } from '../usePluginTranslation.client.js'
import { useSyncStatus } from '../useSyncStatus.client.js'
import { useTriggerSync } from '../useTriggerSync.client.js'
import './index.css'

export type SyncViewClientProps = {
  /** Whether to draw the buttons that start something. The endpoint decides for itself. */
  canTrigger: boolean
  /** The server's time when it read the status. */
  initialNow: number
  initialStatus: SyncStatus
  issuesSlug: string
  logsSlug: string
}

/** The sync page: what runs, what ran, how fresh everything is, and the buttons. */
export const SyncViewClient = ({
  canTrigger,
  initialNow,
  initialStatus,
  issuesSlug,
  logsSlug,
}: SyncViewClientProps): ReactElement => {
  const {
    config: {
      routes: { api: apiRoute },
      serverURL,
    },
  } = useConfig()
  const { t } = usePluginTranslation()
  const { hasFailed, now, readAt, refresh, status } = useSyncStatus({
    initialNow,
    initialStatus,
    url: formatAdminURL({ apiRoute, path: SYNC_API_PATHS.status, serverURL }),
  })
  const { isSending, triggerSync } = useTriggerSync({
    onAnswer: refresh,
    url: formatAdminURL({ apiRoute, path: SYNC_API_PATHS.trigger, serverURL }),
  })
  const activeRuns = getActiveRuns(status)

  return (
    <>
      <SetStepNav nav={[{ label: t('view:title') }]} />
      <h1 className="sync-view__title">{t('view:title')}</h1>
      {/* Always there, so that a screen reader notices when it is filled. */}
      <div aria-live="polite">
        {hasFailed && (
          <Banner type="warning">
            {t('view:statusUnreadable', { age: formatAge({ now, t, then: readAt }) })}
          </Banner>
        )}
      </div>
      {status.providers.length === 0 ? (
        <NoProviders />
      ) : (
        <>
          <RunningNow
            canTrigger={canTrigger}
            logsSlug={logsSlug}
            now={now}
            onAnswer={refresh}
            runs={activeRuns}
          />
          {status.providers.map((provider) => (
            <ProviderCard
              activeRuns={activeRuns}
              canTrigger={canTrigger}
              isSending={isSending}
              issuesSlug={issuesSlug}
              key={provider.name}
              logsSlug={logsSlug}
              now={now}
              onTrigger={triggerSync}
              provider={provider}
            />
          ))}
          <RecentRuns
            canTrigger={canTrigger}
            logsSlug={logsSlug}
            now={now}
            onAnswer={refresh}
            runs={status.recentRuns.filter((run) => !isActive(run))}
          />
        </>
      )}
    </>
  )
}
