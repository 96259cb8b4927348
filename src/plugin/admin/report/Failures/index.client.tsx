'use client'

import type { ReactElement } from 'react'

import { Link, useConfig } from '@payloadcms/ui'

import type { SyncReport } from '../../../../sync/operations/reports/getReport.js'

import { toListURL } from '../../parts/client/toListURL.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { toAdvice } from '../../parts/toAdvice.js'

type FailuresProps = { logsSlug: string; report: SyncReport }

/** Why runs failed or left something out, what helps, and the runs themselves. */
export const Failures = ({
  logsSlug,
  report: {
    from,
    to,
    total: { failures },
  },
}: FailuresProps): null | ReactElement => {
  const {
    config: {
      routes: { admin: adminRoute },
    },
  } = useConfig()
  const { language, t } = usePluginTranslation()
  if (failures.length === 0) {
    return null
  }
  const title = t('report:failures')
  const finishedAt = { greater_than_equal: from, less_than: to }

  return (
    <section className="sync-view__section">
      <h2 className="sync-view__heading">{title}</h2>
      <table aria-label={title} className="sync-view__table">
        <thead>
          <tr>
            <th scope="col">{t('fields:code')}</th>
            <th scope="col">{t('run:advice')}</th>
            <th className="sync-view__number" scope="col">
              {t('report:runs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {failures.map(({ code, runs }) => (
            <tr key={code}>
              <th data-label={t('fields:code')} scope="row">
                {code}
              </th>
              <td data-label={t('run:advice')}>{toAdvice({ code, t })}</td>
              <td className="sync-view__number" data-label={t('report:runs')}>
                <Link
                  className="sync-view__link"
                  href={toListURL({
                    adminRoute,
                    collection: logsSlug,
                    where: { 'error.code': code, finishedAt },
                  })}
                  prefetch={false}
                >
                  {formatCount({ count: runs, language })}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
