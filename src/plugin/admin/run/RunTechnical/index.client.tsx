'use client'

import type { ReactElement } from 'react'

import type { RunReport } from '../../../../sync/operations/runs/getRunReport.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { CopyButton } from '../../parts/CopyButton/index.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type RunTechnicalProps = {
  initiatedBy: null | string
  report: RunReport
}

/** What a developer wants to know of a run, and all of it as JSON. */
export const RunTechnical = ({ initiatedBy, report }: RunTechnicalProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const { details, run, ways, writes } = report
  const read = Object.entries(ways).map(
    ([way, pages]) => `${way} (${formatCount({ count: pages, language })})`,
  )
  const facts = [
    [t('fields:trigger'), t(`options:trigger:${run.trigger}`)],
    [t('fields:initiatedBy'), initiatedBy ?? t('run:automatic')],
    [t('fields:attempt'), formatCount({ count: run.attempt, language })],
    [t('fields:retries'), formatCount({ count: details.retries, language })],
    [t('fields:requests'), formatCount({ count: run.requests, language })],
    [t('fields:priority'), t(`options:priority:${run.priority}`)],
    [t('fields:lane'), t(`options:lane:${run.lane}`)],
    [t('fields:connection'), run.connection],
    ...(read.length > 0 ? ([[t('run:readBy'), read.join(', ')]] as const) : []),
    ...(writes ? ([[t('run:writes:label'), t(`run:writes:${writes.path}`)]] as const) : []),
    ['Id', String(run.id)],
  ] as const

  return (
    <section aria-labelledby="sync-run-technical" className="sync-run__panel">
      <h2 className="sync-view__heading" id="sync-run-technical">
        {t('run:technical')}
      </h2>
      <dl className="sync-run__facts">
        {facts.map(([name, value]) => (
          <div className="sync-run__fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {writes && writes.reasons.length > 0 && (
        <details className="sync-run__details">
          <summary>{t('run:writes:why')}</summary>
          <ul>
            {writes.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      <details className="sync-run__details">
        <summary>{t('fields:checkpoint')}</summary>
        <pre className="sync-view__code">
          <code>{JSON.stringify(details.checkpoint, null, 2)}</code>
        </pre>
      </details>
      <span className="sync-run__copy">
        {t('run:copy')} <CopyButton name={t('run:copy')} value={JSON.stringify(report, null, 2)} />
      </span>
    </section>
  )
}
