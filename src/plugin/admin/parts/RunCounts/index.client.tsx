'use client'

import type { ReactElement } from 'react'

import type { Counts } from '../../../../sync/run/Run.js'

import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import { formatCount } from '../format/formatCount.js'

/** Always shown, then those shown only when there is something to tell. */
const ALWAYS = ['created', 'updated', 'unchanged'] as const
const SOMETIMES = ['deferred', 'invalid', 'conflicts', 'missing'] as const

const PROBLEMS: readonly string[] = ['invalid', 'conflicts', 'missing']

type RunCountsProps = { counts: Counts }

/** What became of the records of a run, in one line. */
export const RunCounts = ({ counts }: RunCountsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const names = [...ALWAYS, ...SOMETIMES.filter((name) => counts[name] > 0)]

  return (
    <ul className="sync-view__counts">
      {names.map((name) => (
        <li
          className={
            PROBLEMS.includes(name)
              ? 'sync-view__count sync-view__count--problem'
              : 'sync-view__count'
          }
          key={name}
        >
          {t(`counts:${name}`)} <strong>{formatCount({ count: counts[name], language })}</strong>
        </li>
      ))}
    </ul>
  )
}
