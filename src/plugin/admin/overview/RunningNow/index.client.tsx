'use client'

import type { ReactElement } from 'react'

import type { Run } from '../../../../sync/run/Run.js'

import { ActiveRun } from '../../parts/ActiveRun/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'

type RunningNowProps = {
  canTrigger: boolean
  logsSlug: string
  now: number
  /** Called when something was asked of the server. */
  onAnswer: () => void
  runs: readonly Run[]
}

/** What waits and what works, and how far it is. */
export const RunningNow = ({
  canTrigger,
  logsSlug,
  now,
  onAnswer,
  runs,
}: RunningNowProps): ReactElement => {
  const { t } = usePluginTranslation()
  const running = runs.filter(({ status }) => status === 'running').length

  return (
    <section aria-labelledby="sync-view-running" className="sync-view__section">
      <h2 className="sync-view__heading" id="sync-view-running">
        {t('view:runningNow')}
      </h2>
      {/* Changes only when a run starts or ends: live counts would be read out every second. */}
      <p aria-live="polite" className={runs.length > 0 ? 'sync-view__hidden' : 'sync-view__muted'}>
        {runs.length > 0
          ? t('view:summary', { queued: runs.length - running, running })
          : t('view:nothingRunning')}
      </p>
      {runs.length > 0 && (
        <ul className="sync-view__runs">
          {runs.toSorted(byTurn).map((run) => (
            <li key={run.id}>
              <ActiveRun
                canTrigger={canTrigger}
                logsSlug={logsSlug}
                now={now}
                onAnswer={onAnswer}
                run={run}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Those at work, and then those that wait, the first in line first. */
const byTurn = (a: Run, b: Run): number =>
  Number(b.status === 'running') - Number(a.status === 'running') ||
  a.createdAt.localeCompare(b.createdAt) ||
  Number(a.id) - Number(b.id)
