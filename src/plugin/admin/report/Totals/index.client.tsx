'use client'

import type { ReactElement } from 'react'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { formatRate } from '../formatRate.js'
import { useFigures } from '../useFigures.client.js'

type TotalsProps = { figures: SyncReport['total'] }

const ENDINGS = ['completed', 'partial', 'failed', 'cancelled'] as const
const CHANGES = ['created', 'updated', 'unchanged'] as const

/** What all runs of the time come to: eight figures, each with what belongs to it. */
export const Totals = ({
  figures: { durationMs, loopDelayMs, peakMemoryMb, records, requests, retries, runs, successRate },
}: TotalsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const { writeCount, writeDelay, writeDuration, writeMemory } = useFigures()
  const name = (label: string, count: number): string =>
    `${label} ${formatCount({ count, language })}`
  const shown: { label: string; notes: string[]; value: string }[] = [
    {
      label: t('report:runs'),
      notes: ENDINGS.filter((ending) => runs[ending] > 0).map((ending) =>
        name(t(`options:runStatus:${ending}`), runs[ending]),
      ),
      value: writeCount(runs.total),
    },
    {
      label: t('report:successRate'),
      notes: [t('report:ofJudged')],
      value: formatRate({ language, rate: successRate }),
    },
    {
      label: t('report:median'),
      notes: [
        t('report:p95Of', { duration: writeDuration(durationMs.p95) }),
        t('report:longest', { duration: writeDuration(durationMs.max) }),
      ],
      value: writeDuration(durationMs.median),
    },
    {
      label: t('fields:counts'),
      notes: CHANGES.map((change) => name(t(`counts:${change}`), records[change])),
      value: writeCount(records.fetched),
    },
    {
      label: t('fields:requests'),
      notes: [name(t('fields:retries'), retries)],
      value: writeCount(requests),
    },
    {
      label: t('counts:conflicts'),
      notes: [name(t('counts:invalid'), records.invalid)],
      value: writeCount(records.conflicts),
    },
    {
      label: t('report:peakMemory'),
      notes: [t('report:process')],
      value: writeMemory(peakMemoryMb),
    },
    {
      label: t('report:loopDelay'),
      notes: [t('report:process')],
      value: writeDelay(loopDelayMs),
    },
  ]

  return (
    <dl className="sync-report__figures">
      {shown.map(({ label, notes, value }) => (
        <div className="sync-report__figure" key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="sync-report__value">{value}</span>
            <span className="sync-view__muted">{notes.join(' · ')}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
