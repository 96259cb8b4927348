'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import type { RunReport } from '../../../../sync/operations/runs/getRunReport.js'
import type { TitledDocument } from '../../server/findTitles.js'

import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type RunDocumentsProps = { documents: readonly TitledDocument[]; records: RunReport['records'] }

/** The documents a run created or changed, page by page. */
export const RunDocuments = ({
  documents,
  records: { page, pages, total },
}: RunDocumentsProps): ReactElement => {
  const pathname = usePathname()
  const { language, t } = usePluginTranslation()

  return (
    <section aria-labelledby="sync-run-documents" className="sync-view__section">
      <h2 className="sync-view__heading" id="sync-run-documents">
        {t('run:documents')}{' '}
        <span className="sync-view__muted">{formatCount({ count: total, language })}</span>
      </h2>
      <p className="sync-view__muted">
        {total === 0 ? t('run:noDocuments') : t('run:documentsHint')}
      </p>
      <ul className="sync-run__list sync-run__list--columns">
        {documents.map(({ collection, externalId, href, title }) => (
          <li key={`${collection}/${externalId}`}>
            {href ? (
              <Link className="sync-view__link" href={href} prefetch={false}>
                {title}
              </Link>
            ) : (
              title
            )}{' '}
            <span className="sync-view__muted">{externalId}</span>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav aria-label={t('run:documents')} className="sync-run__pages">
          {page > 1 && (
            <Link
              className="sync-view__link"
              href={`${pathname}?page=${page - 1}`}
              prefetch={false}
              scroll={false}
            >
              {t('run:previous')}
            </Link>
          )}
          <span className="sync-view__muted">{t('run:pageOf', { page, pages })}</span>
          {page < pages && (
            <Link
              className="sync-view__link"
              href={`${pathname}?page=${page + 1}`}
              prefetch={false}
              scroll={false}
            >
              {t('run:next')}
            </Link>
          )}
        </nav>
      )}
    </section>
  )
}
