'use client'

import type { ReactElement } from 'react'

import { Button, SetStepNav, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { RunReport } from '../../../../sync/operations/runs/getRunReport.js'
import type { TitledDocument } from '../../server/findTitles.js'

import { isActive, mayBeRetried } from '../../../../sync/run/RunStatus.js'
import { ActiveRun } from '../../parts/ActiveRun/index.client.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { RunAction } from '../../parts/RunAction/index.client.js'
import { StatusPill } from '../../parts/StatusPill/index.client.js'
import { toAdvice } from '../../parts/toAdvice.js'
import { useTriggerSync } from '../../parts/trigger/useTriggerSync.client.js'
import { RunDocuments } from '../RunDocuments/index.client.js'
import { RunFigures } from '../RunFigures/index.client.js'
import { RunIssues } from '../RunIssues/index.client.js'
import { RunScopes } from '../RunScopes/index.client.js'
import { RunTechnical } from '../RunTechnical/index.client.js'
import { RunTimeline } from '../RunTimeline/index.client.js'
import { useLiveRun } from '../useLiveRun.client.js'

export type RunPageProps = {
  canTrigger: boolean
  documents: TitledDocument[]
  /** The server's time when it read the report. */
  initialNow: number
  /** Who asked for the run; `null` when nobody did. */
  initiatedBy: null | string
  issuesSlug: string
  logsSlug: string
  report: RunReport
}

const CLOCK_MS = 1000

/** Everything there is to know of one run, and what can be done with it. */
const RunPage = ({
  canTrigger,
  documents,
  initialNow,
  initiatedBy,
  issuesSlug,
  logsSlug,
  report,
}: RunPageProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { names, t } = usePluginTranslation()
  const isHydrated = useHydrated()
  const { refresh, run } = useLiveRun({ run: report.run })
  const now = useNow({ initialNow, intervalMs: isActive(run) ? CLOCK_MS : null })
  const { isSending, triggerSync } = useTriggerSync({ onAnswer: refresh })
  const { error, mode, provider, resource } = run

  return (
    <>
      <SetStepNav
        nav={[
          {
            label: t('collections:syncLogs:plural'),
            url: formatAdminURL({ adminRoute, path: `/collections/${logsSlug}` }),
          },
          { label: names.work({ mode, provider, resource }) },
        ]}
      />
      <div className="sync-run__head">
        <StatusPill status={run.status} />
        <span>{names.work({ mode, provider, resource })}</span>
        {canTrigger && !isActive(run) && mode !== 'decide' && (
          <div className="sync-view__actions sync-run__actions">
            {mayBeRetried(run) && <RunAction action="retry" onAnswer={refresh} run={run} />}
            <Button
              buttonStyle="secondary"
              disabled={isSending || !isHydrated}
              margin={false}
              onClick={() => triggerSync({ mode, provider, resource })}
              size="small"
            >
              {t('run:again')}
            </Button>
          </div>
        )}
      </div>
      {isActive(run) && (
        <ActiveRun
          canTrigger={canTrigger}
          logsSlug={logsSlug}
          now={now}
          onAnswer={refresh}
          run={run}
        />
      )}
      {error && !isActive(run) && (
        <section aria-label={t('fields:error')} className="sync-run__panel sync-run__panel--error">
          <p className="sync-run__message">
            <strong>{error.message}</strong> <code>{error.code}</code>
          </p>
          <p className="sync-run__advice">
            {t('run:advice')}: {toAdvice({ code: error.code, t })}
          </p>
        </section>
      )}
      <div className="sync-run__grid">
        <RunTimeline report={{ ...report, run }} />
        <RunFigures counts={run.counts} />
        <RunTechnical initiatedBy={initiatedBy} report={{ ...report, run }} />
      </div>
      <RunScopes scopes={report.scopes} scopesTotal={report.scopesTotal} />
      <RunIssues issuesSlug={issuesSlug} report={report} />
      <RunDocuments documents={documents} records={report.records} />
    </>
  )
}

// What React loads lazily must be the default.
export default RunPage
