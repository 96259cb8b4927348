'use client'

import type { ReactElement } from 'react'

import type { RunReport } from '../../../../sync/operations/runs/getRunReport.js'
import type { TranslationKey } from '../../../translations/index.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatDuration } from '../../parts/format/formatDuration.js'
import { Moment } from '../../parts/Moment/index.client.js'

type RunTimelineProps = { report: Pick<RunReport, 'details' | 'run'> }

/** What happened to a run and when, with the time between. */
export const RunTimeline = ({ report }: RunTimelineProps): ReactElement => {
  const { t } = usePluginTranslation()
  const steps = toSteps(report)

  return (
    <section aria-labelledby="sync-run-timeline" className="sync-run__panel">
      <h2 className="sync-view__heading" id="sync-run-timeline">
        {t('run:timeline')}
      </h2>
      <ol className="sync-run__steps">
        {steps.map(({ at, label }, index) => {
          const before = steps[index - 1]
          const ms = before ? Date.parse(at) - Date.parse(before.at) : 0

          return (
            <li className="sync-run__step" key={label}>
              <span>{t(label)}</span>
              <Moment date={at} />
              {ms > 0 && <span className="sync-view__muted">+ {formatDuration({ ms, t })}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type Step = { at: string; label: TranslationKey }

const toSteps = ({ details, run }: RunTimelineProps['report']): Step[] => {
  const steps: { at: null | string; label: TranslationKey }[] = [
    { at: run.createdAt, label: 'run:queued' },
    { at: run.startedAt, label: 'run:started' },
    { at: details.cancelRequestedAt, label: 'run:cancelRequested' },
    { at: run.retryAt, label: 'run:putOff' },
    { at: run.finishedAt, label: 'run:ended' },
  ]
  return steps.filter((step): step is Step => step.at !== null)
}
