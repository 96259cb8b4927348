'use client'

import type { ReactElement } from 'react'

import { Banner, Link, SetStepNav, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { SyncStatus } from '../../../../sync/operations/status/SyncStatus.js'

import { isActive } from '../../../../sync/run/RunStatus.js'
import { Age } from '../../parts/Age/index.client.js'
import { toListURL } from '../../parts/client/toListURL.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatAge } from '../../parts/format/formatAge.js'
import { useTriggerSync } from '../../parts/trigger/useTriggerSync.client.js'
import { REPORT_VIEW_PATH } from '../../syncPaths.js'
import { Health } from '../Health/index.client.js'
import { History } from '../history/History/index.client.js'
import { NoProviders } from '../NoProviders/index.client.js'
import { ProviderCard } from '../provider/ProviderCard/index.client.js'
import { RecentRuns } from '../recent/RecentRuns/index.client.js'
import { RunningNow } from '../RunningNow/index.client.js'
import { useSyncStatus } from '../status/useSyncStatus.client.js'

export type SyncPageProps = {
  /** Whether to draw the buttons that start something. The endpoint decides for itself. */
  canTrigger: boolean
  connectionsSlug: string
  initialStatus: SyncStatus
  issuesSlug: string
  logsSlug: string
  schedulesSlug: string
}

/** The sync page: what is wrong, what runs, how fresh everything is, what ran, and the buttons. */
const SyncPage = ({
  canTrigger,
  connectionsSlug,
  initialStatus,
  issuesSlug,
  logsSlug,
  schedulesSlug,
}: SyncPageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { t } = usePluginTranslation()
  const { hasFailed, now, readAt, refresh, status } = useSyncStatus({ initialStatus })
  const { isSending, triggerSync } = useTriggerSync({ onAnswer: refresh })
  const { activeRuns, health, providers, recentRuns } = status
  const hasSlots = providers.some(({ resources }) =>
    resources.some(({ nextSlotAt }) => nextSlotAt !== undefined),
  )
  const ended = recentRuns.filter((run) => !isActive(run))

  return (
    <>
      <SetStepNav nav={[{ label: t('view:title') }]} />
      <div className="sync-view__head">
        <h1 className="sync-view__title">{t('view:title')}</h1>
        <Link
          className="sync-view__link"
          href={toListURL({ adminRoute, collection: schedulesSlug })}
          prefetch={false}
        >
          {t('view:schedules')}
        </Link>
        <Link
          className="sync-view__link"
          href={formatAdminURL({ adminRoute, path: REPORT_VIEW_PATH })}
          prefetch={false}
        >
          {t('report:title')}
        </Link>
        <span className="sync-view__muted">
          {t('view:updated')} <Age date={new Date(readAt).toISOString()} now={now} />
        </span>
      </div>
      {/* Always there, so that a screen reader notices when it is filled. */}
      <div aria-live="polite">
        {hasFailed && (
          <Banner type="warning">
            {t('view:statusUnreadable', { age: formatAge({ now, t, then: readAt }) })}
          </Banner>
        )}
      </div>
      {providers.length === 0 ? (
        <NoProviders />
      ) : (
        <>
          <Health health={health} />
          <RunningNow
            canTrigger={canTrigger}
            logsSlug={logsSlug}
            now={now}
            onAnswer={refresh}
            runs={activeRuns}
          />
          {providers.map((provider) => (
            <ProviderCard
              activeRuns={activeRuns}
              canTrigger={canTrigger}
              connectionsSlug={connectionsSlug}
              // The tables of all providers have the same columns, so that they can be compared.
              hasSlots={hasSlots}
              isSending={isSending}
              issuesSlug={issuesSlug}
              key={provider.name}
              logsSlug={logsSlug}
              now={now}
              onAnswer={refresh}
              onTrigger={triggerSync}
              provider={provider}
              schedulesSlug={schedulesSlug}
            />
          ))}
          {ended.length > 0 && <History newestRun={ended[0]?.id} />}
          <RecentRuns
            canTrigger={canTrigger}
            isReady={providers.some((provider) => provider.isReady)}
            logsSlug={logsSlug}
            now={now}
            onAnswer={refresh}
            runs={ended}
          />
        </>
      )}
    </>
  )
}

// What React loads lazily must be the default.
export default SyncPage
