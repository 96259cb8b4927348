'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Run } from '../../../../../sync/run/Run.js'

import { mayBeRetried } from '../../../../../sync/run/RunStatus.js'
import { Age } from '../../../parts/Age/index.client.js'
import { toListURL } from '../../../parts/client/toListURL.js'
import { usePluginTranslation } from '../../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../../parts/format/formatCount.js'
import { formatDuration } from '../../../parts/format/formatDuration.js'
import { RunAction } from '../../../parts/RunAction/index.client.js'
import { StatusPill } from '../../../parts/StatusPill/index.client.js'
import { groupRuns } from '../groupRuns.js'
import { RunGroupRows } from '../RunGroupRows/index.client.js'

type RecentRunsProps = {
  canTrigger: boolean
  /** Whether a provider can be asked. */
  isReady: boolean
  logsSlug: string
  now: number
  /** Called when something was asked of the server. */
  onAnswer: () => void
  /** The newest that have ended. */
  runs: readonly Run[]
}

/** What ran, newest first. */
export const RecentRuns = ({
  canTrigger,
  isReady,
  logsSlug,
  now,
  onAnswer,
  runs,
}: RecentRunsProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { t } = usePluginTranslation()

  return (
    <section aria-labelledby="sync-view-recent" className="sync-view__section">
      <div className="sync-view__section-head">
        <h2 className="sync-view__heading" id="sync-view-recent">
          {t('view:recentRuns')}
        </h2>
        {runs.length > 0 && (
          <Link
            className="sync-view__link"
            href={toListURL({ adminRoute, collection: logsSlug })}
            prefetch={false}
          >
            {t('view:allRuns')}
          </Link>
        )}
      </div>
      {runs.length > 0 ? (
        <table
          aria-labelledby="sync-view-recent"
          className="sync-view__table sync-view__table--compact"
        >
          <thead>
            <tr>
              <th scope="col">{t('view:columns:run')}</th>
              <th scope="col">{t('view:columns:status')}</th>
              <th className="sync-view__number" scope="col">
                {t('counts:created')}
              </th>
              <th className="sync-view__number" scope="col">
                {t('counts:updated')}
              </th>
              <th className="sync-view__number" scope="col">
                {t('counts:unchanged')}
              </th>
              <th className="sync-view__number" scope="col">
                {t('view:columns:issues')}
              </th>
              <th scope="col">{t('view:columns:duration')}</th>
              <th scope="col">{t('view:columns:ended')}</th>
              {canTrigger && (
                <th scope="col">
                  <span className="sync-view__hidden">{t('view:columns:action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {groupRuns(runs).map(({ key, runs: together }) => {
              const rows = together.map((run) => (
                <RecentRun
                  alikeTo={findAlike({ index: runs.indexOf(run), runs })}
                  canTrigger={canTrigger}
                  key={run.id}
                  logsSlug={logsSlug}
                  now={now}
                  onAnswer={onAnswer}
                  run={run}
                />
              ))
              return together.length > 1 ? (
                <RunGroupRows hasActions={canTrigger} key={key} now={now} runs={together}>
                  {rows}
                </RunGroupRows>
              ) : (
                rows
              )
            })}
          </tbody>
        </table>
      ) : (
        <div className="sync-view__empty">
          <p>{t('view:noRuns')}</p>
          {canTrigger && (
            <p className="sync-view__muted">
              {t(isReady ? 'view:noRunsHint' : 'view:noRunsNotReady')}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

type RecentRunProps = {
  /** A newer run that met the same; `undefined` where none did. */
  alikeTo: Run | undefined
  run: Run
} & Omit<RecentRunsProps, 'isReady' | 'runs'>

const RecentRun = ({
  alikeTo,
  canTrigger,
  logsSlug,
  now,
  onAnswer,
  run,
}: RecentRunProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, names, t } = usePluginTranslation()
  const { id, counts, error, finishedAt, mode, provider, resource, startedAt, status } = run
  const write = (count: number) => formatCount({ count, language })

  return (
    <tr>
      <td className="sync-view__lead" data-label={t('view:columns:run')}>
        <Link
          className="sync-view__link"
          href={formatAdminURL({ adminRoute, path: `/collections/${logsSlug}/${id}` })}
          prefetch={false}
        >
          {names.work({ mode, provider, resource })}
        </Link>
      </td>
      <td className="sync-view__plain" data-label={t('view:columns:status')}>
        <StatusPill status={status} />
        {alikeTo ? (
          <p className="sync-view__muted">{t('view:sameReason', { name: names.work(alikeTo) })}</p>
        ) : (
          error && <p className="sync-view__error">{error.message}</p>
        )}
      </td>
      <td className="sync-view__number" data-label={t('counts:created')}>
        {write(counts.created)}
      </td>
      <td className="sync-view__number" data-label={t('counts:updated')}>
        {write(counts.updated)}
      </td>
      <td className="sync-view__number" data-label={t('counts:unchanged')}>
        {write(counts.unchanged)}
      </td>
      <td className="sync-view__number" data-label={t('view:columns:issues')}>
        {write(counts.conflicts + counts.invalid + counts.missing)}
      </td>
      <td className="sync-view__nowrap sync-view__plain" data-label={t('view:columns:duration')}>
        {startedAt && finishedAt
          ? formatDuration({ ms: Date.parse(finishedAt) - Date.parse(startedAt), t })
          : '–'}
      </td>
      <td className="sync-view__plain" data-label={t('view:columns:ended')}>
        {finishedAt ? <Age date={finishedAt} now={now} /> : '–'}
      </td>
      {canTrigger && (
        <td className="sync-view__action">
          {mode !== 'decide' && mayBeRetried(run) && (
            <RunAction action="retry" onAnswer={onAnswer} run={run} />
          )}
        </td>
      )}
    </tr>
  )
}

type FindAlikeArgs = { index: number; runs: readonly Run[] }

/** The newest run that met the very same: its words are told once. */
const findAlike = ({ index, runs }: FindAlikeArgs): Run | undefined => {
  const message = runs[index]?.error?.message
  const first = message && runs.findIndex(({ error }) => error?.message === message)
  return typeof first === 'number' && first < index ? runs[first] : undefined
}
