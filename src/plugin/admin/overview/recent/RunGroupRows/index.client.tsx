'use client'

import type { ReactElement, ReactNode } from 'react'

import { useState } from 'react'

import type { Run } from '../../../../../sync/run/Run.js'

import { Age } from '../../../parts/Age/index.client.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { StatusPill } from '../../../parts/StatusPill/index.client.js'
import { sumRuns } from '../sumRuns.js'

type RunGroupRowsProps = {
  /** A row for each run. */
  children: ReactNode
  /** Whether its rows have a cell for buttons. */
  hasActions: boolean
  now: number
  /** Two at least, newest first. */
  runs: readonly Run[]
}

/** The runs of a whole sync in one row, which opens. One that did not go well is open from the start. */
export const RunGroupRows = ({
  children,
  hasActions,
  now,
  runs,
}: RunGroupRowsProps): ReactElement => {
  const { language, names, t } = usePluginTranslation()
  const { counts, durationMs, finishedAt, issues, status } = sumRuns(runs)
  const [isOpen, setIsOpen] = useState(status !== 'completed')
  const write = (count: number): string => formatCount({ count, language })
  const { mode, provider } = runs[0]!
  const name = [names.provider(provider), t('view:everything'), t(`options:mode:${mode}`)]

  return (
    <>
      <tr>
        <td className="sync-view__lead" data-label={t('view:columns:run')}>
          <button
            aria-expanded={isOpen}
            className="sync-view__group"
            onClick={() => setIsOpen(!isOpen)}
            type="button"
          >
            {name.join(' · ')} <span className="sync-view__muted">({runs.length})</span>
          </button>
        </td>
        <td className="sync-view__plain" data-label={t('view:columns:status')}>
          <StatusPill status={status} />
        </td>
        {(['created', 'updated', 'unchanged'] as const).map((count) => (
          <td className="sync-view__number" data-label={t(`counts:${count}`)} key={count}>
            {write(counts[count])}
          </td>
        ))}
        <td className="sync-view__number" data-label={t('view:columns:issues')}>
          {write(issues)}
        </td>
        <td className="sync-view__nowrap sync-view__plain" data-label={t('view:columns:duration')}>
          {durationMs === null ? '–' : formatDuration({ ms: durationMs, t })}
        </td>
        <td
          className="sync-view__plain"
          colSpan={hasActions ? 2 : 1}
          data-label={t('view:columns:ended')}
        >
          {finishedAt ? <Age date={finishedAt} now={now} /> : '–'}
        </td>
      </tr>
      {isOpen && children}
    </>
  )
}
