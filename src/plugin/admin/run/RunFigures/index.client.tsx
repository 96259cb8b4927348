'use client'

import type { ReactElement } from 'react'

import type { Counts } from '../../../../sync/run/Run.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type RunFiguresProps = { counts: Counts }

const NAMES = [
  'fetched',
  'created',
  'updated',
  'unchanged',
  'deferred',
  'invalid',
  'conflicts',
  'missing',
] as const satisfies readonly (keyof Counts)[]

const PROBLEMS: readonly string[] = ['invalid', 'conflicts', 'missing']

/** What became of a run's records, figure by figure. */
export const RunFigures = ({ counts }: RunFiguresProps): ReactElement => {
  const { language, t } = usePluginTranslation()

  return (
    <section aria-labelledby="sync-run-counts" className="sync-run__panel">
      <h2 className="sync-view__heading" id="sync-run-counts">
        {t('fields:counts')}
      </h2>
      <dl className="sync-run__facts">
        {NAMES.map((name) => (
          <div
            className={
              PROBLEMS.includes(name) && counts[name] > 0
                ? 'sync-run__fact sync-run__fact--problem'
                : 'sync-run__fact'
            }
            key={name}
          >
            <dt>{t(`counts:${name}`)}</dt>
            <dd>{formatCount({ count: counts[name], language })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
