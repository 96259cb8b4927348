'use client'

import type { ReactElement } from 'react'

import { Link, Pill, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { RunReport } from '../../../../sync/operations/runs/getRunReport.js'

import { toListURL } from '../../parts/client/toListURL.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type RunIssuesProps = { issuesSlug: string; report: Pick<RunReport, 'issues' | 'run'> }

/** The problems of single records that a run met. */
export const RunIssues = ({
  issuesSlug,
  report: {
    issues: { docs, total },
    run,
  },
}: RunIssuesProps): ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, t } = usePluginTranslation()
  const all = toListURL({ adminRoute, collection: issuesSlug, where: { run: String(run.id) } })

  return (
    <section aria-labelledby="sync-run-issues" className="sync-view__section">
      <h2 className="sync-view__heading" id="sync-run-issues">
        {t('run:issues')}{' '}
        <Link className="sync-view__link" href={all} prefetch={false}>
          {formatCount({ count: total, language })}
        </Link>
      </h2>
      {total === 0 && <p className="sync-view__muted">{t('run:noIssues')}</p>}
      <ul className="sync-run__list">
        {docs.map(({ id, kind, message, status }) => (
          <li key={id}>
            <Pill pillStyle={status === 'open' ? 'warning' : 'light-gray'} size="small">
              {t(`options:issueKind:${kind}`)}
            </Pill>{' '}
            <Link
              className="sync-view__link"
              href={formatAdminURL({ adminRoute, path: `/collections/${issuesSlug}/${id}` })}
              prefetch={false}
            >
              {message}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
